package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.spi.Call;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Serialises once, signs exactly those bytes, sends exactly those bytes. */
final class DuitkuHttp {
    private static final String JSON = "application/json";

    private final DuitkuConfig config;
    private final DuitkuSigner signer;
    private final DuitkuJson json;

    /** Parsed once for each path, of which there are half a dozen. */
    private final ConcurrentMap<String, URI> addresses = new ConcurrentHashMap<>();

    DuitkuHttp(DuitkuConfig config, DuitkuSigner signer, DuitkuJson json) {
        this.config = config;
        this.signer = signer;
        this.json = json;
    }

    /**
     * An account link call. Timestamps are milliseconds: the document says "unix" and its samples
     * have 13 digits (Account Link V1.1, section 1).
     */
    Answer accountLink(Call call, String path, Effect effect, ObjectNode fields) {
        Body body = json.write(fields);
        String timestamp = Long.toString(call.now().toEpochMilli());
        URI address = addresses.computeIfAbsent("link " + path, key -> config.accountLink(path));
        Map<String, String> headers =
                Map.of(
                        "Content-Type", JSON,
                        "Accept", JSON,
                        "X-Duitku-merchant", config.merchantCode(),
                        "X-Duitku-timestamp", timestamp,
                        "X-Duitku-signature", signer.accountLink(timestamp, body));
        return send(call, new HttpRequest("POST", address, headers, body, effect));
    }

    /** A call of the web API, whose signature is one of the fields. */
    Answer webApi(Call call, String path, Effect effect, ObjectNode fields) {
        URI address = addresses.computeIfAbsent("web " + path, key -> config.webApi(path));
        Map<String, String> headers = Map.of("Content-Type", JSON, "Accept", JSON);
        return send(call, new HttpRequest("POST", address, headers, json.write(fields), effect));
    }

    private Answer send(Call call, HttpRequest request) {
        return Answer.of(call.send(request), json, call.now());
    }
}
