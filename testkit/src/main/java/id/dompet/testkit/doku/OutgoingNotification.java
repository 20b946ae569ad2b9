package id.dompet.testkit.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One notification on its way, before its signature is made. Immutable.
 *
 * @param token the merchant's token in the header
 * @param signedPath the path the signature is made over
 * @param signedBody the body the signature is made over
 * @param body the body that is sent
 * @param timestamp X-TIMESTAMP, also in the signature
 * @param headers the other headers
 * @param signatureEdit what happens to the signature after it was made
 */
record OutgoingNotification(
        String token,
        String signedPath,
        String signedBody,
        String body,
        String timestamp,
        Map<String, String> headers,
        UnaryOperator<String> signatureEdit) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The headers as sent. */
    Map<String, String> signedHeaders(String clientSecret) {
        String stringToSign =
                SnapSignatures.stringToSign(
                        signedPath, token, signedBody.getBytes(StandardCharsets.UTF_8), timestamp);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        all.put("X-TIMESTAMP", timestamp);
        String signature =
                signatureEdit.apply(SnapSignatures.symmetric(clientSecret, stringToSign));
        if (!signature.isEmpty()) {
            all.put("X-SIGNATURE", signature);
        }
        return all;
    }

    OutgoingNotification withToken(String other) {
        return new OutgoingNotification(
                other, signedPath, signedBody, body, timestamp, headers, signatureEdit);
    }

    OutgoingNotification withSignedPath(String other) {
        return new OutgoingNotification(
                token, other, signedBody, body, timestamp, headers, signatureEdit);
    }

    /** Another body, rightly signed. */
    OutgoingNotification withBody(String other) {
        return new OutgoingNotification(
                token, signedPath, other, other, timestamp, headers, signatureEdit);
    }

    /** Another body under the old signature. */
    OutgoingNotification withUnsignedBody(String other) {
        return new OutgoingNotification(
                token, signedPath, signedBody, other, timestamp, headers, signatureEdit);
    }

    OutgoingNotification withTimestamp(String other) {
        return new OutgoingNotification(
                token, signedPath, signedBody, body, other, headers, signatureEdit);
    }

    /** Another header, or none when the value is empty. */
    OutgoingNotification withHeader(String name, Optional<String> value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        value.ifPresentOrElse(text -> changed.put(name, text), () -> changed.remove(name));
        return new OutgoingNotification(
                token, signedPath, signedBody, body, timestamp, changed, signatureEdit);
    }

    OutgoingNotification withSignature(UnaryOperator<String> edit) {
        return new OutgoingNotification(
                token, signedPath, signedBody, body, timestamp, headers, edit);
    }

    /** The body with a change to its object. */
    String edited(UnaryOperator<ObjectNode> edit) {
        return edit.apply(tree()).toString();
    }

    String pretty() {
        return tree().toPrettyString();
    }

    private ObjectNode tree() {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notification is not JSON", e);
        }
    }

    @Override
    public String toString() {
        return "OutgoingNotification[path=" + signedPath + "]";
    }
}
