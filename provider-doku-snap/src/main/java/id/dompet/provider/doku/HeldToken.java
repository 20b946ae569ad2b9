package id.dompet.provider.doku;

import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.Credentials.Renewal;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A token, and where it came from.
 *
 * @param credential the token
 * @param fresh whether DOKU made it for this very look-up. One that is not may be over already:
 *     this process remembers one, the shared store has another, and DOKU knows neither
 */
record HeldToken(Credential credential, boolean fresh) {

    static HeldToken current(Credentials credentials, Call call, String subject, Renewal renewal) {
        AtomicReference<@Nullable Credential> made = new AtomicReference<>();
        Credential token =
                credentials.current(
                        call,
                        subject,
                        (renewing, old) -> {
                            Credential renewed = renewal.renew(renewing, old);
                            made.set(renewed);
                            return renewed;
                        });
        // Compared, because a renewal in the background can end while the old one is handed out.
        Credential renewed = made.get();
        return new HeldToken(token, renewed != null && renewed.value().equals(token.value()));
    }
}
