package id.dompet.provider.doku;

import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What verified binding notifications said, until the attempt is completed. They name the request
 * that began the link, so an entry is found by that request's external id.
 */
final class BindReports {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String FAILED = "FAILED";
    private static final String SUCCESS = "SUCCESS:";

    private final Credentials credentials;

    BindReports(Credentials credentials) {
        this.credentials = credentials;
    }

    void succeeded(String externalId, String owner, Optional<Secret> authCode, Instant now) {
        put(externalId, owner, SUCCESS + authCode.map(Secret::reveal).orElse(""), now);
    }

    void failed(String externalId, String owner, Instant now) {
        put(externalId, owner, FAILED, now);
    }

    private void put(String externalId, String owner, String text, Instant now) {
        credentials.put(
                subject(externalId),
                new Credential(
                        Secret.of(text),
                        Optional.empty(),
                        Optional.of(now.plus(KEPT)),
                        Optional.of(owner)));
    }

    /** Whether this customer's link was reported to have failed. */
    boolean hasFailed(String externalId, String owner) {
        return find(externalId, owner).filter(FAILED::equals).isPresent();
    }

    /** The auth code that was reported for this customer's link. */
    Optional<Secret> authCode(String externalId, String owner) {
        return find(externalId, owner)
                .filter(text -> text.startsWith(SUCCESS) && text.length() > SUCCESS.length())
                .map(text -> Secret.of(text.substring(SUCCESS.length())));
    }

    void forget(String externalId) {
        credentials.forget(subject(externalId));
    }

    private Optional<String> find(String externalId, String owner) {
        return credentials
                .find(subject(externalId))
                .filter(entry -> Grants.isOf(entry, owner))
                .map(entry -> entry.value().reveal());
    }

    private static String subject(String externalId) {
        return "bind-report-" + externalId;
    }
}
