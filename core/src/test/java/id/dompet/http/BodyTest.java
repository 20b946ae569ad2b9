package id.dompet.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final byte[] BYTES = "{\"amount\":\"10000.00\"}".getBytes(UTF_8);

    @Test
    void whoeverGivesOrGetsTheBytesCannotChangeThem() {
        byte[] given = BYTES.clone();
        Body body = Body.of(given);
        given[0] = '!';
        body.bytes()[1] = '!';
        assertThat(body).isEqualTo(Body.of(BYTES));
    }

    @Test
    void aStreamIsReadToItsEndOrToTheLimit() throws IOException {
        assertThat(Body.read(new ByteArrayInputStream(BYTES), 1_000)).isEqualTo(Body.of(BYTES));
        ByteArrayInputStream more = new ByteArrayInputStream(BYTES);
        assertThat(Body.read(more, 9).text()).isEqualTo("{\"amount\"");
        assertThat(more.read()).isEqualTo(':');
    }

    @Test
    void eachStreamBeginsAtTheFirstByte() throws IOException {
        Body body = Body.of(BYTES);
        assertThat(body.stream().readNBytes(5)).hasSize(5);
        assertThat(body.stream().readAllBytes()).isEqualTo(BYTES);
    }

    @Test
    void aDigestIsFedTheVeryBytes() throws GeneralSecurityException {
        MessageDigest fed = MessageDigest.getInstance("SHA-256");
        Body.of(BYTES).feed(fed);
        assertThat(fed.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(BYTES));
    }

    @Test
    void whatIsWrittenInPiecesIsOneBody() throws IOException {
        Body body =
                Body.written(
                        out -> {
                            out.write(BYTES, 0, 4);
                            out.write(BYTES[4]);
                            out.write(BYTES, 5, BYTES.length - 5);
                        });
        assertThat(body).isEqualTo(Body.of(BYTES)).hasToString(BYTES.length + " bytes");
    }
}
