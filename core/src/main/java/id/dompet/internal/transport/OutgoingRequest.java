package id.dompet.internal.transport;

import id.dompet.http.HttpRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Turns a request of this library into one of HttpClient, and refuses what could not be sent
 * exactly as it stands: a signature covers the very bytes, so nothing is corrected on the way.
 */
final class OutgoingRequest {
    private static final String MARKS_OF_TOKENS = "!#$%&'*+.^_`|~-";

    /** What the transport writes itself. */
    private static final Set<String> RESERVED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        Collections.addAll(
                RESERVED,
                "host",
                "content-length",
                "transfer-encoding",
                "connection",
                "keep-alive",
                "expect",
                "upgrade",
                "te",
                "trailer",
                "proxy-authorization");
    }

    private OutgoingRequest() {}

    /** Throws {@code IllegalArgumentException} with the reason, without any value. */
    static HttpUriRequestBase of(HttpRequest request) {
        checkAddress(request.uri());
        if (!isToken(request.method()) || request.method().equals("CONNECT")) {
            throw new IllegalArgumentException("the request's method is not one that can be sent");
        }
        HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method(), request.uri());
        request.headers()
                .forEach(
                        (name, value) -> {
                            checkHeader(name, value);
                            outgoing.addHeader(name, value);
                        });
        if (request.body().size() > 0 || expectsBody(request.method())) {
            outgoing.setEntity(new BodyEntity(request.body()));
        }
        return outgoing;
    }

    private static void checkAddress(URI address) {
        String scheme = address.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException(
                    "the request's address must begin with https:// or http://");
        }
        if (address.getHost() == null) {
            throw new IllegalArgumentException("the request's address names no valid host");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the request's address must not contain a user or a password");
        }
    }

    private static void checkHeader(String name, String value) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("a header's name has a character that is not valid");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "the header " + name + " is written by the transport; leave it out");
        }
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(
                    "the header " + name + " has a character other than printable ASCII");
        }
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && MARKS_OF_TOKENS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean expectsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
