package id.dompet.testkit.doku;

import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Everything {@link DokuSimulatorBuilder} lets choose; described there. */
record DokuSettings(
        Place place,
        Clock clock,
        Credentials credentials,
        TokenRules tokens,
        Protocol protocol,
        Money money,
        Posting posting,
        Set<DokuChannel> channels) {

    /** Where the simulator listens and what browsers reach it by. */
    record Place(String bindAddress, int port, Optional<URI> publicUrl) {}

    /** Who the merchant is, and the keys of both sides. */
    record Credentials(String clientId, String clientSecret, KeyPair merchant, KeyPair doku) {

        /** The secret and the keys stay out of logs. */
        @Override
        public String toString() {
            return "Credentials[clientId=" + clientId + "]";
        }
    }

    record TokenRules(
            Duration merchantLifetime,
            Duration customerLifetime,
            Duration refreshLifetime,
            boolean onlyLatestIsValid,
            boolean refreshable,
            boolean rotatesRefreshTokens,
            boolean expiresInAsText,
            boolean additionalInfoAsObject) {}

    record Protocol(
            AcceptedDigest acceptedDigest,
            Optional<Duration> clockSkew,
            DuplicateExternalId duplicateExternalId,
            boolean responseCodeAsNumber,
            boolean eightDigitPaymentCode,
            boolean statusInsteadOfAccountStatus,
            boolean allowsRebinding,
            boolean requiresCustomerHeaders) {}

    record Money(
            long defaultCash,
            long defaultPoints,
            long maxAmount,
            Duration pageLifetime,
            InsufficientFunds insufficientFunds,
            DuplicateReference duplicatePayment,
            DuplicateReference duplicateRefund,
            UnknownPayment unknownPayment,
            Duration notFoundFor) {}

    record Posting(
            NotificationMode mode, Duration timeout, boolean aboutExpiry, boolean aboutRefunds) {}

    String clientId() {
        return credentials.clientId();
    }
}
