package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Amounts as SNAP writes them: text with two decimals, beside a currency. */
final class Rupiah {

    static final String CURRENCY = "IDR";

    private static final Pattern VALUE = Pattern.compile("[0-9]{1,16}\\.[0-9]{2}");

    private Rupiah() {}

    /** Whole rupiah; refuses another format (400xx01) and what is no rupiah amount (404xx13). */
    static long parse(String value, String field) {
        if (!VALUE.matcher(value).matches()) {
            throw Refusal.format(field);
        }
        if (!value.endsWith(".00")) {
            throw Refusal.because(SnapCase.INVALID_AMOUNT, "Rupiah have no decimals");
        }
        return Long.parseLong(value.substring(0, value.length() - 3));
    }

    static String format(long amount) {
        return amount + ".00";
    }

    static ObjectNode put(ObjectNode parent, String field, long amount) {
        parent.putObject(field).put("value", format(amount)).put("currency", CURRENCY);
        return parent;
    }
}
