package id.dompet.internal.transport;

import id.dompet.http.HttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Turns a request of this library into one of HttpClient, and refuses what could not be sent
 * exactly as it stands: a signature covers the very bytes, so nothing is corrected on the way.
 */
final class OutgoingRequest {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");

    /** What the transport writes itself, in lower case. */
    private static final Set<String> RESERVED =
            Set.of(
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

    private OutgoingRequest() {}

    /** Throws {@code IllegalArgumentException} with the reason, without any value. */
    static HttpUriRequestBase of(HttpRequest request) {
        checkAddress(request.uri());
        if (!TOKEN.matcher(request.method()).matches() || request.method().equals("CONNECT")) {
            throw new IllegalArgumentException("the request's method is not one that can be sent");
        }
        HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method(), request.uri());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            checkHeader(header.getKey(), header.getValue());
            outgoing.addHeader(header.getKey(), header.getValue());
        }
        if (request.body().size() > 0 || expectsBody(request.method())) {
            outgoing.setEntity(new ByteArrayEntity(request.body().bytes(), null));
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
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("a header's name has a character that is not valid");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "the header " + name + " is written by the transport; leave it out");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the header " + name + " has a character other than printable ASCII");
        }
    }

    private static boolean expectsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
