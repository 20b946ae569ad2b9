package id.dompet.testkit.reference;

import id.dompet.model.BindAttempt;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import java.util.Optional;

/** Remembers whose attempt is whose: a notification about a link names the attempt only. */
final class ContohAttempts {
    private final Credentials credentials;

    ContohAttempts(Credentials credentials) {
        this.credentials = credentials;
    }

    void remember(BindAttempt attempt) {
        String owner = attempt.customer().reference();
        credentials.put(
                subject(attempt.reference()),
                new Credential(
                        Secret.of(owner),
                        Optional.empty(),
                        Optional.of(attempt.until()),
                        Optional.of(owner)));
    }

    /** The customer whose attempt it is, while it is open. */
    Optional<String> owner(String attemptReference) {
        return credentials.find(subject(attemptReference)).flatMap(Credential::owner);
    }

    void forget(BindAttempt attempt) {
        credentials.forget(subject(attempt.reference()));
    }

    private static String subject(String attemptReference) {
        return "attempt-" + attemptReference;
    }
}
