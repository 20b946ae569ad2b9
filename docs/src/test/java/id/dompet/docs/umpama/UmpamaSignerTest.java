package id.dompet.docs.umpama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.sign.HmacKey;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UmpamaSignerTest {
    // snippet: vector
    @Test
    void signsTheExampleOfTheDocument() {
        UmpamaConfig config =
                new UmpamaConfig(
                        new ProviderId("umpama"),
                        UmpamaDialect.MERCHANT,
                        HmacKey.sha256(Secret.of(UmpamaVector.KEY)),
                        URI.create("https://api.umpama.example"));
        HttpRequest request =
                HttpRequest.post(
                        config.address(UmpamaVector.PATH),
                        HttpRequest.Effect.NONE,
                        "application/x-www-form-urlencoded",
                        Body.utf8(UmpamaVector.BODY));
        Instant time = Instant.ofEpochSecond(Long.parseLong(UmpamaVector.TIME));

        HttpRequest signed = new UmpamaSigner(config).sign(request, time, UmpamaVector.NONCE);

        assertEquals(UmpamaVector.signature(), signed.headers().get("X-Umpama-Signature"));
    }
    // end
}
