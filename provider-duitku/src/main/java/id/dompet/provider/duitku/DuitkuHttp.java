package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.spi.Call;

/** Serialises once, signs exactly those bytes, sends exactly those bytes. */
final class DuitkuHttp {
    private static final String JSON = "application/json";

    private final DuitkuConfig config;
    private final DuitkuSigner signer;
    private final DuitkuJson json;

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
        HttpRequest request =
                HttpRequest.post(config.accountLink(path), effect, JSON, body)
                        .withHeader("Accept", JSON)
                        .withHeader("X-Duitku-merchant", config.merchantCode())
                        .withHeader("X-Duitku-timestamp", timestamp)
                        .withHeader("X-Duitku-signature", signer.accountLink(timestamp, body));
        return send(call, request);
    }

    /** A call of the web API, whose signature is one of the fields. */
    Answer webApi(Call call, String path, Effect effect, ObjectNode fields) {
        return send(
                call,
                HttpRequest.post(config.webApi(path), effect, JSON, json.write(fields))
                        .withHeader("Accept", JSON));
    }

    private Answer send(Call call, HttpRequest request) {
        return Answer.of(call.send(request), json, call.now());
    }
}
