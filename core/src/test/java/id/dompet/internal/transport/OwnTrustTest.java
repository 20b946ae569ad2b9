package id.dompet.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

final class OwnTrustTest {

    @Test
    void itSpeaksTheVersionsThatTheDialerAsksFor() {
        assertThat(OwnTrust.read().getSupportedSSLParameters().getProtocols())
                .contains("TLSv1.3", "TLSv1.2");
    }

    @Test
    void itIsNotTheContextThatAnybodyInTheProcessMayReplace() throws NoSuchAlgorithmException {
        assertThat(OwnTrust.read()).isNotSameAs(SSLContext.getDefault());
    }
}
