package id.dompet.provider.duitku;

import static id.dompet.model.Decline.Reason.BINDING_INVALID;
import static id.dompet.model.Decline.Reason.OTHER;
import static id.dompet.model.Decline.Reason.PHONE_NOT_ACCEPTED;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.ACCEPTED;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.BINDING_ENDED;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.CREDENTIALS;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.INVALID;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.REFUSED;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.UNKNOWN;
import static id.dompet.provider.duitku.DuitkuCodes.Verdict.UNSUPPORTED;

import id.dompet.model.Decline.Reason;
import java.util.Optional;

/**
 * Every code that Duitku documents, and what each means where. The same digits mean different
 * things in different places, so there are four families. What has no row here is never final.
 * {@link DuitkuMessages} has the rows that are words instead of digits.
 */
final class DuitkuCodes {
    private DuitkuCodes() {}

    /** What an answer means for one kind of operation. */
    enum Verdict {
        /** Done, or begun. */
        ACCEPTED,
        /** A definite no. */
        REFUSED,
        /** The request was wrong. */
        INVALID,
        /** The merchant's own credentials were wrong. */
        CREDENTIALS,
        /** The merchant's account cannot do this. */
        UNSUPPORTED,
        /** The credential code is not valid, or not any more. */
        BINDING_ENDED,
        /** Documented, and still leaves open what happened. */
        UNKNOWN
    }

    /**
     * Result codes of the account link calls and of the inquiry: Account Link V1.1, section 8,
     * "Response code".
     *
     * <p>In an inquiry every definite refusal is a decline, because it is an answer about a
     * payment. {@code -100} is "insufficient balance / other error" and {@code 02} "unexpected /
     * other error": the second half of either may be anything, a charge that went through included,
     * so neither is final however likely the first half is.
     */
    enum Result {
        SUCCESS("00", "success", OTHER, ACCEPTED, ACCEPTED, ACCEPTED),
        FAILED("01", "failed", OTHER, REFUSED, UNKNOWN, REFUSED),
        UNEXPECTED("02", "unexpected error", OTHER, UNKNOWN, UNKNOWN, UNKNOWN),
        PHONE("03", "invalid phone number", PHONE_NOT_ACCEPTED, REFUSED, INVALID, REFUSED),
        CHANNEL("04", "wrong payment method", OTHER, UNSUPPORTED, UNSUPPORTED, REFUSED),
        REQUEST("05", "invalid request", OTHER, INVALID, INVALID, REFUSED),
        MERCHANT("06", "merchant not found", OTHER, CREDENTIALS, CREDENTIALS, REFUSED),
        UNAVAILABLE("07", "method not available", OTHER, UNSUPPORTED, UNSUPPORTED, REFUSED),
        RETURN_URL("08", "invalid return URL", OTHER, INVALID, INVALID, REFUSED),
        CUSTOMER("09", "invalid customer id", OTHER, INVALID, INVALID, REFUSED),
        CREDENTIAL("10", "invalid credential", BINDING_INVALID, REFUSED, BINDING_ENDED, REFUSED),
        BALANCE_OR_OTHER("-100", "low balance or other", OTHER, UNKNOWN, UNKNOWN, UNKNOWN);

        private final String code;
        private final String meaning;
        private final Reason reason;
        private final Verdict connect;
        private final Verdict binding;
        private final Verdict inquiry;

        Result(
                String code,
                String meaning,
                Reason reason,
                Verdict connect,
                Verdict binding,
                Verdict inquiry) {
            this.code = code;
            this.meaning = meaning;
            this.reason = reason;
            this.connect = connect;
            this.binding = binding;
            this.inquiry = inquiry;
        }

        String code() {
            return code;
        }

        String meaning() {
            return meaning;
        }

        /** Why, where the verdict is {@link Verdict#REFUSED}. */
        Reason reason() {
            return reason;
        }

        Verdict connect() {
            return connect;
        }

        /** For disconnect, user info and top-up instructions. */
        Verdict binding() {
            return binding;
        }

        Verdict inquiry() {
            return inquiry;
        }

        static Optional<Result> of(String code) {
            for (Result row : values()) {
                if (row.code.equals(code)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        }
    }

    /** {@code statusCode} of transactionStatus: docs.duitku.com, check transaction. */
    enum Status {
        PAID,
        PENDING,
        NOT_COMPLETED,
        UNDOCUMENTED;

        static Status of(String code) {
            return switch (code) {
                case "00" -> PAID;
                case "01" -> PENDING;
                case "02" -> NOT_COMPLETED;
                default -> UNDOCUMENTED;
            };
        }
    }

    /**
     * {@code resultCode} of a callback: docs.duitku.com, callback, for 00 and 01; 02 is the failure
     * code of callbacks in the provider's pages about its hosted checkout. No signature covers it.
     */
    enum Callback {
        PAID,
        FAILED,
        UNDOCUMENTED;

        static Callback of(String code) {
            return switch (code) {
                case "00" -> PAID;
                case "01", "02" -> FAILED;
                default -> UNDOCUMENTED;
            };
        }
    }

    /** {@code resultCode} of the payment redirect: docs.duitku.com, redirect. For display only. */
    enum Redirect {
        SUCCESS,
        PENDING,
        CANCELLED,
        UNDOCUMENTED;

        static Redirect of(String code) {
            return switch (code) {
                case "00" -> SUCCESS;
                case "01" -> PENDING;
                case "02" -> CANCELLED;
                default -> UNDOCUMENTED;
            };
        }
    }
}
