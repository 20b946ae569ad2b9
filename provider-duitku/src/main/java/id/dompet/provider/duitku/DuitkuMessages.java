package id.dompet.provider.duitku;

import java.util.Locale;
import java.util.Optional;

/**
 * Messages in HTTP errors of the web API: docs.duitku.com, HTTP codes. {@link #IN_PROGRESS} and
 * {@link #OTHER_AMOUNT} are documented for the hosted checkout on the same back end; the words for
 * an unknown order are those the provider's transactionStatus is known to use.
 */
enum DuitkuMessages {
    MINIMUM(400, "minimum payment *", Meaning.AMOUNT),
    MAXIMUM(400, "maximum payment exceeded", Meaning.AMOUNT),
    METHOD(400, "paymentmethod is mandatory", Meaning.REFUSED),
    ORDER(400, "merchantorderid is mandatory", Meaning.REFUSED),
    ORDER_LENGTH(400, "length of merchantorderid can't > 50", Meaning.REFUSED),
    EMAIL(400, "invalid email address", Meaning.REFUSED),
    EMAIL_LENGTH(400, "length of email can't > 50", Meaning.REFUSED),
    PHONE_LENGTH(400, "length of phonenumber can't > 50", Meaning.REFUSED),
    NAME(400, "customer va name must not be empty for this payment channel", Meaning.REFUSED),
    OTHER_AMOUNT(400, "amount is different please try again later", Meaning.OTHER_AMOUNT),
    SIGNATURE(401, "wrong signature", Meaning.WRONG_SIGNATURE),
    /** Seen from the sandbox, where the documents say 401. */
    SIGNATURE_FORBIDDEN(403, "wrong signature", Meaning.WRONG_SIGNATURE),
    MERCHANT(404, "merchant not found", Meaning.MERCHANT_NOT_FOUND),
    CHANNEL(404, "payment channel not available", Meaning.REFUSED),
    /** With which HTTP code, and in which sentence, is not documented. */
    TRANSACTION(404, "*transaction not found*", Meaning.NOT_FOUND),
    TRANSACTION_BAD_REQUEST(400, "*transaction not found*", Meaning.NOT_FOUND),
    ITEMS(409, "payment amount must be equal to all item price", Meaning.REFUSED),
    IN_PROGRESS(409, "the transaction is still in progress", Meaning.IN_PROGRESS);

    /** What a documented message in an HTTP error of the web API means. */
    enum Meaning {
        /** The merchant's code or key is wrong; nothing was carried out. */
        WRONG_SIGNATURE,
        /** The merchant code is wrong; nothing was carried out. */
        MERCHANT_NOT_FOUND,
        /** The amount is outside what the provider takes. */
        AMOUNT,
        /** Something else in the request was refused. */
        REFUSED,
        /** The reference exists with another amount. */
        OTHER_AMOUNT,
        /** The reference exists and is being worked on. */
        IN_PROGRESS,
        /** The reference does not exist. */
        NOT_FOUND
    }

    private final int status;
    private final String words;
    private final Meaning meaning;

    DuitkuMessages(int status, String words, Meaning meaning) {
        this.status = status;
        this.words = words;
        this.meaning = meaning;
    }

    int status() {
        return status;
    }

    /** In lower case; a star at either end stands for anything. */
    String words() {
        return words;
    }

    Meaning meaning() {
        return meaning;
    }

    /**
     * Where no star stands the whole message must match: case, spacing and the full stop at its end
     * do not count.
     */
    static Optional<DuitkuMessages> of(int status, String received) {
        String text = normalise(received);
        for (DuitkuMessages row : values()) {
            if (row.status == status && row.matches(text)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private boolean matches(String text) {
        String core = words.replace("*", "");
        if (words.startsWith("*")) {
            return text.contains(core);
        }
        return words.endsWith("*") ? text.startsWith(core) : text.equals(core);
    }

    private static String normalise(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT)
                        .replace('\u2019', '\'')
                        .replaceAll("\\s+", " ")
                        .strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
