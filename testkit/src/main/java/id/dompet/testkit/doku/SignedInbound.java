package id.dompet.testkit.doku;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A notification as a merchant received it, to be changed and signed anew. Immutable. */
record SignedInbound(InboundRequest request, String clientSecret) {

    private static final String SIGNATURE = "X-SIGNATURE";

    /** Another body under the old signature. */
    SignedInbound withBody(String text) {
        return new SignedInbound(
                new InboundRequest(
                        request.method(),
                        request.target(),
                        request.headers(),
                        Body.utf8(text),
                        request.peer()),
                clientSecret);
    }

    /** Other values of a header; none removes it. */
    SignedInbound withHeader(String name, String... values) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.remove(name);
        if (values.length > 0) {
            headers.put(name, List.of(values));
        }
        return new SignedInbound(
                new InboundRequest(
                        request.method(),
                        request.target(),
                        headers,
                        request.body(),
                        request.peer()),
                clientSecret);
    }

    SignedInbound withSignature(String... values) {
        return withHeader(SIGNATURE, values);
    }

    /** Rightly signed as it is now. */
    SignedInbound signed() {
        return withSignature(signature());
    }

    /** The right signature of what it says now: over the minified body. */
    String signature() {
        return SnapSignatures.symmetric(clientSecret, stringToSign());
    }

    String stringToSign() {
        return stringToSign(request.target(), token(), UnaryOperator.identity());
    }

    String stringToSign(String path, String token, UnaryOperator<String> digest) {
        byte[] minified = JsonText.minify(text()).getBytes(StandardCharsets.UTF_8);
        return String.join(
                ":",
                "POST",
                path,
                token,
                digest.apply(SnapSignatures.digest(minified)),
                header("X-TIMESTAMP"));
    }

    String text() {
        return request.body().text();
    }

    String header(String name) {
        return request.onlyHeader(name).orElse("");
    }

    String token() {
        return header("Authorization").replaceFirst("^Bearer ", "");
    }

    @Override
    public String toString() {
        return request.toString();
    }
}
