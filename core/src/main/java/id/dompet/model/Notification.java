package id.dompet.model;

import id.dompet.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * An inbound request, after the provider module looked at it. There is no way to read an unverified
 * one.
 */
public sealed interface Notification {

    /**
     * Genuine. Answer {@code accept} once it is safely handled, {@code retryLater} if it is not.
     *
     * @param event what it says
     * @param accept the answer that ends the provider's deliveries
     * @param retryLater the answer that makes the provider deliver it again
     * @param fields everything the provider said, its signature excepted, unknown fields included
     */
    record Verified(
            Event event, HttpResponse accept, HttpResponse retryLater, Map<String, String> fields)
            implements Notification {

        /** Copies the fields. */
        public Verified {
            fields = Map.copyOf(fields);
        }

        /** Names of fields only; their values may be personal. */
        @Override
        public String toString() {
            return "Verified[" + event + ", fields=" + fields.keySet() + "]";
        }
    }

    /**
     * Part of the provider's protocol, nothing for the merchant (e.g. the provider fetching a token
     * from us).
     */
    record Handshake(HttpResponse reply) implements Notification {}

    /**
     * Not genuine, or not readable.
     *
     * @param why for the log, without secrets
     * @param reply in the provider's words, never a success
     */
    record Rejected(String why, HttpResponse reply) implements Notification {}

    /** Delivered at least once: remember {@link #id()}. */
    sealed interface Event {
        /** Which provider instance it came from. */
        ProviderId provider();

        /** The same for every delivery of the same event. */
        String id();

        /**
         * The provider reports a payment.
         *
         * @param provider from which it came
         * @param id the same for every delivery
         * @param paymentReference the merchant's reference
         * @param amount the amount it speaks of, if it names one
         * @param reported what it says. Believe it only through {@code Dompet.confirm}
         * @param signed whether the signature covers what it says. Where it does not, only the
         *     provider's answer to a status question counts
         */
        record PaymentReported(
                ProviderId provider,
                String id,
                String paymentReference,
                Optional<Money> amount,
                PaymentOutcome reported,
                boolean signed)
                implements Event {}

        /**
         * The customer finished linking, well or badly: now complete that customer's attempt.
         *
         * @param provider from which it came
         * @param id the same for every delivery
         * @param wallet which wallet
         * @param customerReference whose
         * @param attemptReference which attempt ({@code BindAttempt.reference()}), if it says
         */
        record BindFinished(
                ProviderId provider,
                String id,
                Wallet wallet,
                String customerReference,
                Optional<String> attemptReference)
                implements Event {}

        /**
         * Genuine but new to us; accepted, so that the provider stops repeating it.
         *
         * @param provider from which it came
         * @param id the same for every delivery
         * @param type what the provider calls it
         */
        record Unrecognised(ProviderId provider, String id, String type) implements Event {}
    }
}
