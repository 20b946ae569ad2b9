package id.dompet.provider.doku;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SNAP {@code responseCode}: three digits of HTTP status, two of service, two of case
 * (apidevportal.aspi-indonesia.or.id, response codes; developers.doku.com, response code SNAP).
 *
 * @param status the HTTP status it stands for
 * @param service the operation, e.g. {@code 54}
 * @param caseCode what happened, e.g. {@code 14}
 */
record SnapCode(int status, String service, String caseCode) {
    private static final int LENGTH = 7;

    /** The page "OVO Open API" prints a payment's success with a zero too many. */
    private static final Pattern SUCCESS_WITH_ZERO = Pattern.compile("200[0-9]{2}000");

    static Optional<SnapCode> of(String text) {
        return isForm(text) || SUCCESS_WITH_ZERO.matcher(text).matches()
                ? Optional.of(
                        new SnapCode(
                                Integer.parseInt(text.substring(0, 3)),
                                text.substring(3, 5),
                                text.substring(5, 7)))
                : Optional.empty();
    }

    /** Without a pattern, because every answer passes here. */
    private static boolean isForm(String text) {
        if (text.length() != LENGTH || text.charAt(0) < '1' || text.charAt(0) > '5') {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return status + service + caseCode;
    }
}
