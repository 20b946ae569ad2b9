package id.dompet.model;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The checks that several values share. Messages name the field and the rule, never the content.
 */
final class Texts {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private Texts() {}

    static void require(String what, String value, int max) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (value.length() > max) {
            throw new IllegalArgumentException(
                    "%s has %d characters; at most %d fit".formatted(what, value.length(), max));
        }
        if (hasControl(value)) {
            throw new IllegalArgumentException(what + " contains control characters");
        }
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static void requireReference(String what, String value) {
        if (!REFERENCE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%ss are 1 to 32 letters, digits, dots, dashes and underscores; this one has %d"
                                    .formatted(what, value.length())
                            + " characters"
                            + firstUnfit(value));
        }
    }

    private static String firstUnfit(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!REFERENCE.matcher(value.substring(i, i + 1)).matches()) {
                return ", and the one at position " + (i + 1) + " does not fit";
            }
        }
        return "";
    }

    /** A page of the merchant's: absolute, https outside loopback, nothing that must be hidden. */
    static void requirePage(String what, URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(
                    what
                            + " must be an absolute https URL with a host name of letters, digits,"
                            + " dots and dashes, such as https://shop.example/return");
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    what + " must use https (plain http only for localhost and 127.0.0.1)");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(what + " must not contain a user or a password");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    what
                            + " must have no query and no fragment, because providers append their"
                            + " own; put what you need into the path");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
