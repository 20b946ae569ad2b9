package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A way in which a notification differs from the genuine one. Immutable. */
public final class NotificationVariation {

    private final String name;
    private final UnaryOperator<OutgoingNotification> change;

    private NotificationVariation(String name, UnaryOperator<OutgoingNotification> change) {
        this.name = name;
        this.change = change;
    }

    /** A signature of the right form that fits nothing. */
    public static NotificationVariation brokenSignature() {
        return signature(
                "broken signature",
                signature -> {
                    byte[] bytes = Base64.getDecoder().decode(signature);
                    bytes[0] ^= 1;
                    return Base64.getEncoder().encodeToString(bytes);
                });
    }

    /** No signature at all. */
    public static NotificationVariation withoutSignature() {
        return signature("without signature", signature -> "");
    }

    /** The right signature in hex, as a sample of the SNAP standard prints it. */
    public static NotificationVariation hexSignature() {
        return signature(
                "hex signature",
                signature -> HexFormat.of().formatHex(Base64.getDecoder().decode(signature)));
    }

    /** Another token, for example one that has expired; rightly signed with it. */
    public static NotificationVariation token(String token) {
        return new NotificationVariation("other token", sent -> sent.withToken(token));
    }

    /** Signed for another path than the one it is sent to. */
    public static NotificationVariation signedForPath(String path) {
        return new NotificationVariation("other path", sent -> sent.withSignedPath(path));
    }

    /** Another amount under the old signature. */
    public static NotificationVariation tamperedAmount(long rupiah) {
        return new NotificationVariation(
                "tampered amount",
                sent -> sent.withUnsignedBody(sent.edited(body -> amount(body, rupiah))));
    }

    /** Another {@code latestTransactionStatus} under the old signature. */
    public static NotificationVariation tamperedStatus(String status) {
        return new NotificationVariation(
                "tampered status",
                sent -> sent.withUnsignedBody(sent.edited(body -> status(body, status))));
    }

    /** Another amount, rightly signed. */
    public static NotificationVariation signedAmount(long rupiah) {
        return new NotificationVariation(
                "signed amount", sent -> sent.withBody(sent.edited(body -> amount(body, rupiah))));
    }

    /** Another {@code latestTransactionStatus}, rightly signed. */
    public static NotificationVariation signedStatus(String status) {
        return new NotificationVariation(
                "signed status", sent -> sent.withBody(sent.edited(body -> status(body, status))));
    }

    /** Another value of a top-level text field, or a new one, rightly signed. */
    public static NotificationVariation signedField(String field, String value) {
        return new NotificationVariation(
                "signed " + field,
                sent -> sent.withBody(sent.edited(body -> body.put(field, value))));
    }

    /** Without one top-level field, rightly signed. */
    public static NotificationVariation withoutField(String field) {
        return new NotificationVariation(
                "without " + field,
                sent -> sent.withBody(sent.edited(body -> body.without(field))));
    }

    /** The same fields, last one first, signed as sent; still genuine. */
    public static NotificationVariation reordered() {
        return new NotificationVariation(
                "reordered", sent -> sent.withBody(sent.edited(NotificationVariation::lastFirst)));
    }

    /** With line breaks and indentation, the minified form signed; still genuine. */
    public static NotificationVariation pretty() {
        return new NotificationVariation("pretty", sent -> sent.withUnsignedBody(sent.pretty()));
    }

    /** With line breaks and indentation, signed byte for byte as sent; still genuine. */
    public static NotificationVariation prettySignedAsSent() {
        return new NotificationVariation(
                "pretty, signed as sent", sent -> sent.withBody(sent.pretty()));
    }

    /** Another X-PARTNER-ID. */
    public static NotificationVariation partnerId(String value) {
        return header("X-PARTNER-ID", value);
    }

    /** Another X-EXTERNAL-ID, or the one of another notification. */
    public static NotificationVariation externalId(String value) {
        return header("X-EXTERNAL-ID", value);
    }

    /** Any other header, for example {@code Authorization-customer}. */
    public static NotificationVariation header(String header, String value) {
        return new NotificationVariation(
                header, sent -> sent.withHeader(header, Optional.of(value)));
    }

    /** Without a header other than token, time and signature. */
    public static NotificationVariation withoutHeader(String header) {
        return new NotificationVariation(
                "without " + header, sent -> sent.withHeader(header, Optional.empty()));
    }

    /** Sent, and rightly signed, at another time. */
    public static NotificationVariation timestamp(Instant time) {
        return new NotificationVariation(
                "other time", sent -> sent.withTimestamp(SnapTime.format(time)));
    }

    /** This variation, then another. */
    public NotificationVariation and(NotificationVariation next) {
        return new NotificationVariation(
                name + ", " + next.name, sent -> next.change.apply(change.apply(sent)));
    }

    OutgoingNotification apply(OutgoingNotification sent) {
        return change.apply(sent);
    }

    private static NotificationVariation signature(String name, UnaryOperator<String> edit) {
        return new NotificationVariation(name, sent -> sent.withSignature(edit));
    }

    private static ObjectNode amount(ObjectNode body, long rupiah) {
        return Rupiah.put(body, "amount", rupiah);
    }

    private static ObjectNode status(ObjectNode body, String status) {
        return body.put("latestTransactionStatus", status);
    }

    private static ObjectNode lastFirst(ObjectNode body) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(body.properties());
        Collections.reverse(fields);
        ObjectNode reversed = SnapAnswers.object();
        fields.forEach(field -> reversed.set(field.getKey(), field.getValue()));
        return reversed;
    }

    @Override
    public String toString() {
        return name;
    }
}
