package id.dompet.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.InboundRequest;
import id.dompet.sign.Digest;
import java.time.Instant;

/** Signatures over method, path, time and body, in both directions. */
final class ContohSigner {
    private final ContohConfig config;
    private final Hooks hooks;

    ContohSigner(ContohConfig config, Hooks hooks) {
        this.config = config;
        this.hooks = hooks;
    }

    HttpRequest sign(HttpRequest request, Instant now) {
        String timestamp = now.toString();
        byte[] text =
                covered(request.method(), request.uri().getRawPath(), timestamp, request.body());
        return request.withHeader("X-Merchant", config.merchantId())
                .withHeader("X-Timestamp", timestamp)
                .withHeader("X-Signature", config.key().hex(text));
    }

    /** A header that comes twice is no signature. */
    boolean isGenuine(InboundRequest inbound) {
        byte[] text =
                covered(
                        inbound.method(),
                        inbound.target(),
                        inbound.onlyHeader("X-Timestamp").orElse(""),
                        inbound.body());
        return hooks.isSignature(
                config.key().of(hooks.covered(inbound, text)),
                inbound.onlyHeader("X-Signature").orElse(""));
    }

    private static byte[] covered(String method, String path, String timestamp, Body body) {
        String hash = Digest.SHA_256.hex(body.bytes());
        return String.join("\n", method, path, timestamp, hash).getBytes(UTF_8);
    }
}
