package id.dompet.docs.umpama;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.InboundRequest;
import id.dompet.sign.Signatures;
import java.time.Instant;

/** Signatures in both directions: six lines, the last of them the body as it is sent. */
final class UmpamaSigner {
    private static final String MERCHANT = "X-Umpama-Merchant";
    private static final String TIME = "X-Umpama-Time";
    private static final String NONCE = "X-Umpama-Nonce";
    private static final String SIGNATURE = "X-Umpama-Signature";

    private final UmpamaConfig config;

    UmpamaSigner(UmpamaConfig config) {
        this.config = config;
    }

    /** A pure function: the same request, time and nonce give the same signature. */
    HttpRequest sign(HttpRequest request, Instant now, String nonce) {
        String time = Long.toString(now.getEpochSecond());
        String path = request.uri().getRawPath();
        byte[] text = covered(request.method(), path, time, nonce, request.body());
        return request.withHeader(MERCHANT, config.merchantId())
                .withHeader(TIME, time)
                .withHeader(NONCE, nonce)
                .withHeader(SIGNATURE, config.key().hex(text));
    }

    /** Covers the raw bytes; compares in constant time; a header that comes twice is none. */
    boolean isGenuine(InboundRequest inbound) {
        String time = inbound.onlyHeader(TIME).orElse("");
        String nonce = inbound.onlyHeader(NONCE).orElse("");
        byte[] text = covered(inbound.method(), inbound.target(), time, nonce, inbound.body());
        return Signatures.matchesHex(
                config.key().of(text), inbound.onlyHeader(SIGNATURE).orElse(""));
    }

    private byte[] covered(String method, String path, String time, String nonce, Body body) {
        String head = String.join("\n", method, path, config.merchantId(), time, nonce, "");
        byte[] start = head.getBytes(UTF_8);
        byte[] end = body.bytes();
        byte[] all = java.util.Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, all, start.length, end.length);
        return all;
    }
}
