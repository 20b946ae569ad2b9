package id.dompet.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

final class OwnTrustTest {

    @Test
    void anInterruptedThreadGetsItAndStaysInterrupted() {
        OwnTrust trust = OwnTrust.beingRead();
        Thread.currentThread().interrupt();
        SSLContext read = trust.get();
        // Asked first: it also clears the flag, which must not reach the next test.
        assertThat(Thread.interrupted()).isTrue();
        assertThat(read.getSupportedSSLParameters().getProtocols()).contains("TLSv1.3", "TLSv1.2");
        assertThat(trust.get()).isSameAs(read);
    }

    @Test
    void itIsNotTheContextThatAnybodyInTheProcessMayReplace() throws NoSuchAlgorithmException {
        assertThat(OwnTrust.beingRead().get()).isNotSameAs(SSLContext.getDefault());
    }
}
