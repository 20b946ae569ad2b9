package id.dompet.testkit.duitku;

import id.dompet.testkit.diagnosis.Digests;
import id.dompet.testkit.diagnosis.Knob;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.duitku.SignatureDoctor.Order;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.BiFunction;

/** The mistakes clients make with fields, amounts, schemes and accounts. */
final class FieldOrders {
    private static final int MD5_LENGTH = 32;
    private static final String OLD_WAY =
            "The signature is made in the old way, %s with the key at the end, which this account"
                    + " no longer takes.";
    private static final String NEW_WAY =
            "The signature is made with HMAC-SHA256, which is not the scheme of this %s.";

    private FieldOrders() {}

    /** Merchant code, time, body. */
    static Knob<Order> header() {
        String remedy = "Sign merchant code, time, body and key, in this order.";
        String what = "The fields are signed in another order: ";
        return Knob.<Order>right((merchant, time, body) -> merchant + time + body)
                .or(
                        (m, t, b) -> m + b + t,
                        "order-of-fields",
                        what + "the body before the time.",
                        remedy)
                .or((m, t, b) -> t + m + b, "order-of-fields", what + "the time first.", remedy)
                .or((m, t, b) -> b + m + t, "order-of-fields", what + "the body first.", remedy)
                .or(
                        (m, t, b) -> t + b + m,
                        "order-of-fields",
                        what + "the merchant code last.",
                        remedy)
                .or(
                        (m, t, b) -> t + b,
                        "field-not-signed",
                        "The merchant code is not signed.",
                        remedy)
                .or((m, t, b) -> m + t, "field-not-signed", "The body is not signed.", remedy)
                .or((m, t, b) -> m + ":" + t + ":" + b, "separators", separated(":"), remedy)
                .or((m, t, b) -> m + "|" + t + "|" + b, "separators", separated("|"), remedy);
    }

    /** Merchant code, order id (or time), amount: in the order of each operation. */
    static Knob<Order> webApi(DuitkuOperation operation) {
        return switch (operation) {
            case INQUIRY -> inquiry();
            case TRANSACTION_STATUS -> status();
            default -> methods();
        };
    }

    private static Knob<Order> inquiry() {
        String remedy = "Sign merchantCode, merchantOrderId and paymentAmount, in this order.";
        return Knob.<Order>right((merchant, id, amount) -> merchant + id + amount)
                .or(
                        (m, id, amount) -> m + amount + id,
                        "order-of-callback",
                        "The amount is signed before the order id. That is the order of callbacks,"
                                + " not of the inquiry.",
                        remedy)
                .or(
                        (m, id, amount) -> m + id,
                        "field-not-signed",
                        "The amount is not signed: that is the signature of transactionStatus.",
                        remedy)
                .or(
                        (m, id, amount) -> id + m + amount,
                        "order-of-fields",
                        first("order id"),
                        remedy)
                .or(
                        (m, id, amount) -> id + amount + m,
                        "order-of-fields",
                        first("order id"),
                        remedy)
                .or((m, id, amount) -> amount + m + id, "order-of-fields", first("amount"), remedy)
                .or(
                        (m, id, amount) -> id + amount,
                        "field-not-signed",
                        "The merchant code is not signed.",
                        remedy)
                .or(
                        (m, id, amount) -> m + ":" + id + ":" + amount,
                        "separators",
                        separated(":"),
                        remedy)
                .or(
                        (m, id, amount) -> m + "|" + id + "|" + amount,
                        "separators",
                        separated("|"),
                        remedy);
    }

    private static Knob<Order> status() {
        String remedy = "Sign merchantCode and merchantOrderId, in this order, and nothing else.";
        return Knob.<Order>right((merchant, id, amount) -> merchant + id)
                .or(
                        (m, id, amount) -> m + id + amount,
                        "field-too-many",
                        "The amount is signed too: that is the signature of the inquiry.",
                        remedy)
                .or((m, id, amount) -> id + m, "order-of-fields", first("order id"), remedy)
                .or(
                        (m, id, amount) -> id,
                        "field-not-signed",
                        "The merchant code is not signed.",
                        remedy)
                .or((m, id, amount) -> m + ":" + id, "separators", separated(":"), remedy);
    }

    private static Knob<Order> methods() {
        String remedy = "Sign merchantcode, amount and datetime, in this order.";
        return Knob.<Order>right((merchant, time, amount) -> merchant + amount + time)
                .or(
                        (m, time, amount) -> m + time + amount,
                        "order-of-fields",
                        "The time is signed before the amount.",
                        remedy)
                .or(
                        (m, time, amount) -> m + amount,
                        "field-not-signed",
                        "The time is not signed.",
                        remedy)
                .or(
                        (m, time, amount) -> m + time,
                        "field-not-signed",
                        "The amount is not signed.",
                        remedy);
    }

    /** The amount as it was sent, or as somebody may have written it when signing. */
    static Knob<String> amount(String sent) {
        Knob<String> knob = Knob.right(sent);
        Mistake mistake =
                new Mistake(
                        "re-serialised-number",
                        "The amount is signed in another form than the one sent (\"%s\")."
                                .formatted(sent),
                        "Write the amount once, as whole rupiah without decimals, and use that text"
                                + " in both places.");
        if (sent.matches("-?\\d{1,18}(\\.\\d{1,4})?")) {
            BigDecimal number = new BigDecimal(sent);
            String whole =
                    number.stripTrailingZeros().scale() <= 0
                            ? number.stripTrailingZeros().toPlainString()
                            : sent;
            knob = knob.or(whole, mistake);
            for (String decimals : new String[] {".0", ".00"}) {
                knob = knob.or(whole + decimals, mistake);
            }
            knob = knob.or(String.format(Locale.ROOT, "%,d", number.longValue()), mistake);
            knob =
                    knob.or(
                            String.format(Locale.ROOT, "%,d", number.longValue()).replace(',', '.'),
                            mistake);
        }
        return knob;
    }

    /** This account's code, or the one the request names. */
    static Knob<String> merchant(String own, String named) {
        return Knob.right(own).or(named, account(named, own));
    }

    /**
     * The scheme in force, then everything else that is in use. Where both are in force, a
     * signature as short as MD5 is taken for one of the old scheme.
     */
    static Knob<BiFunction<String, String, byte[]>> schemes(
            AcceptedSignatures accepted, String legacy, boolean header, int length) {
        BiFunction<String, String, byte[]> old = Digests.withKeyAtTheEnd(legacy);
        BiFunction<String, String, byte[]> keyed = Digests.hmac("HmacSHA256");
        boolean either = !header && accepted == AcceptedSignatures.EITHER;
        boolean hmac =
                !header
                        && accepted.accepts(SignatureScheme.HMAC_SHA256)
                        && !(either && length == MD5_LENGTH);
        String remedy =
                hmac
                        ? "Use HMAC-SHA256 with the API key as the key."
                        : "Use %s over the text with the API key at its end.".formatted(legacy);
        Knob<BiFunction<String, String, byte[]>> knob = Knob.right(hmac ? keyed : old);
        if (!either) {
            knob =
                    hmac
                            ? knob.or(old, "other-scheme", OLD_WAY.formatted(legacy), remedy)
                            : knob.or(
                                    keyed,
                                    "other-scheme",
                                    NEW_WAY.formatted(header ? "call" : "account"),
                                    remedy);
        }
        for (String other : new String[] {"SHA-256", "MD5", "SHA-1", "SHA-512"}) {
            if (!other.equals(legacy)) {
                knob =
                        knob.or(
                                Digests.withKeyAtTheEnd(other),
                                "other-digest",
                                "The digest is %s.".formatted(other),
                                remedy);
            }
        }
        return knob.or(
                        Digests.hmac("HmacSHA512"),
                        "other-digest",
                        "The signature is an HMAC-SHA512.",
                        remedy)
                .or(
                        (key, text) -> Digests.hmac("HmacSHA256", key, text + key),
                        "key-in-text",
                        "The signature is an HMAC-SHA256 whose text ends with the API key.",
                        remedy)
                .or(
                        Digests.withKeyInFront(legacy),
                        "key-in-front",
                        "The API key stands in front of the text instead of at its end.",
                        remedy);
    }

    /** When nothing fits. */
    static Mistake unexplained(String named, DuitkuSettings settings) {
        return named.equals(settings.merchantCode()) || named.isEmpty()
                ? new Mistake(
                        "unexplained",
                        "No usual mistake explains this signature: most likely it is made with"
                                + " another API key, for example the one of another environment, or"
                                + " over other values than the ones sent.",
                        "Compare the API key with the sandbox's, then your text with the one to"
                                + " sign, letter by letter.")
                : account(named, settings.merchantCode());
    }

    private static Mistake account(String named, String own) {
        return new Mistake(
                "other-account",
                "The request is for merchant \"%s\"; the merchant of this sandbox is \"%s\"."
                        .formatted(named, own),
                "Take merchant code and API key from one place: those of another account or"
                        + " environment are not valid here.");
    }

    private static String separated(String separator) {
        return "The fields are joined with \"%s\"; there must be nothing between them."
                .formatted(separator);
    }

    private static String first(String field) {
        return "The fields are signed in another order: the %s first.".formatted(field);
    }
}
