package id.dompet.testkit.duitku;

import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.diagnosis.BodyForms;
import id.dompet.testkit.diagnosis.Digests;
import id.dompet.testkit.diagnosis.Knob;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import id.dompet.testkit.diagnosis.SignatureSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds out why a signature is wrong; the formulas are those of {@link DuitkuSignatures}. */
final class SignatureDoctor {
    private static final Duration LARGE_DISTANCE = Duration.ofMinutes(5);
    private static final String KEY_LAST = "%s of that text, in lower-case hexadecimal.";
    private static final String HMAC =
            "HMAC-SHA256 of that text with the API key as the key, in lower-case hexadecimal.";

    private final DuitkuSettings settings;

    SignatureDoctor(DuitkuSettings settings) {
        this.settings = settings;
    }

    /** Nothing when the operation is not signed. */
    Optional<SignatureDiagnosis> examine(SimulatorRequest request) {
        DuitkuOperation operation = Routes.of(request.path());
        if (operation.isAccountLink()) {
            return Optional.of(header(request));
        }
        return operation.isWebApi()
                ? Optional.of(
                        RequestFields.jsonOrForm(request)
                                .map(body -> webApi(operation, body))
                                .orElseGet(() -> unreadable()))
                : Optional.empty();
    }

    private SignatureDiagnosis header(SimulatorRequest request) {
        String merchant = request.header("X-Duitku-merchant").orElse("");
        String timestamp = request.header("X-Duitku-timestamp").orElse("");
        String given = request.header("X-Duitku-signature").orElse("");
        SignatureDiagnosis right =
                new SignatureDiagnosis(
                        List.of(),
                        settings.merchantCode() + timestamp + request.text() + "<api-key>",
                        KEY_LAST.formatted("SHA-256"));
        List<String> missing = new ArrayList<>();
        addIfEmpty(missing, merchant, "X-Duitku-merchant");
        addIfEmpty(missing, timestamp, "X-Duitku-timestamp");
        addIfEmpty(missing, given, "X-Duitku-signature");
        if (!missing.isEmpty()) {
            return right.with(missing(String.join(", ", missing), "header"));
        }
        Optional<Mistake> unit = unitOfTime(timestamp);
        if (unit.isPresent()) {
            return right.with(unit.get());
        }
        Knob<String> body = BodyForms.of(request.text());
        Knob<String> time =
                Knob.right(timestamp)
                        .or(
                                timestamp.substring(0, Math.min(10, timestamp.length())),
                                "time-in-seconds",
                                "The signature is made over the time in seconds, and the header has"
                                        + " milliseconds.",
                                "Take the time once, in milliseconds, and use the same text in"
                                        + " both.")
                        .or(
                                "",
                                "time-not-signed",
                                "The signature does not cover the time.",
                                "Sign merchant code, time, body and key, in this order.");
        Knob<Order> order = FieldOrders.header();
        return concluded(
                right,
                new Case(merchant, timestamp, given, "SHA-256", true),
                List.of(body, time, order),
                (at, code) -> at.of(order).join(code, at.of(time), at.of(body)));
    }

    private SignatureDiagnosis webApi(DuitkuOperation operation, RequestFields body) {
        String given = body.text("signature");
        String merchant = body.text("merchantCode");
        String id = body.text("merchantOrderId");
        String second =
                body.text(operation == DuitkuOperation.INQUIRY ? "paymentAmount" : "amount");
        String legacy = operation == DuitkuOperation.PAYMENT_METHODS ? "SHA-256" : "MD5";
        boolean hmac = settings.acceptedSignatures().accepts(SignatureScheme.HMAC_SHA256);
        String signed =
                switch (operation) {
                    case INQUIRY -> settings.merchantCode() + id + second;
                    case TRANSACTION_STATUS -> settings.merchantCode() + id;
                    default -> settings.merchantCode() + second + body.text("datetime");
                };
        SignatureDiagnosis right =
                new SignatureDiagnosis(
                        List.of(),
                        hmac ? signed : signed + "<api-key>",
                        hmac ? HMAC : KEY_LAST.formatted(legacy));
        if (given.isEmpty()) {
            return right.with(missing("signature", "field of the body"));
        }
        Knob<String> amount = FieldOrders.amount(second);
        Knob<Order> order = FieldOrders.webApi(operation);
        String last = operation == DuitkuOperation.PAYMENT_METHODS ? body.text("datetime") : id;
        return concluded(
                right,
                new Case(merchant, "", given, legacy, false),
                List.of(order, amount),
                (at, code) -> at.of(order).join(code, last, at.of(amount)));
    }

    /** What was sent, and how it ought to be signed. */
    private record Case(
            String merchant, String timestamp, String given, String legacy, boolean header) {}

    private SignatureDiagnosis concluded(
            SignatureDiagnosis right,
            Case sent,
            List<Knob<?>> more,
            BiFunction<SignatureSearch.Positions, String, String> text) {
        Knob<String> key = Digests.key(settings.apiKey(), "API key");
        Knob<Function<byte[], String>> writing = Digests.hex();
        Knob<BiFunction<String, String, byte[]>> scheme =
                FieldOrders.schemes(
                        settings.acceptedSignatures(),
                        sent.legacy(),
                        sent.header(),
                        sent.given().length());
        Knob<String> merchant = FieldOrders.merchant(settings.merchantCode(), sent.merchant());
        List<Knob<?>> knobs = new ArrayList<>(List.of(merchant, scheme));
        knobs.addAll(more);
        knobs.addAll(List.of(key, writing));
        Optional<List<Mistake>> found =
                SignatureSearch.of(knobs.toArray(Knob<?>[]::new))
                        .explain(
                                at -> {
                                    byte[] made =
                                            at.of(scheme)
                                                    .apply(
                                                            at.of(key),
                                                            text.apply(at, at.of(merchant)));
                                    return at.of(writing).apply(made).equals(sent.given());
                                });
        SignatureDiagnosis result = right;
        for (Mistake mistake :
                found.orElseGet(
                        () -> List.of(FieldOrders.unexplained(sent.merchant(), settings)))) {
            result = result.with(mistake);
        }
        return distance(sent.timestamp()).map(result::with).orElse(result);
    }

    private static Optional<Mistake> unitOfTime(String timestamp) {
        return timestamp.matches("\\d{13}")
                ? Optional.empty()
                : Optional.of(
                        new Mistake(
                                timestamp.matches("\\d{10}") ? "time-in-seconds" : "no-such-time",
                                "X-Duitku-timestamp is \"%s\", which is not milliseconds since 1970."
                                        .formatted(timestamp),
                                "Send 13 digits, for example 1764340000000, and sign the same"
                                        + " text."));
    }

    private Optional<Mistake> distance(String timestamp) {
        if (timestamp.isEmpty()) {
            return Optional.empty();
        }
        Instant sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
        Duration off = Duration.between(settings.clock().instant(), sent);
        return off.abs().compareTo(LARGE_DISTANCE) <= 0
                ? Optional.empty()
                : Optional.of(
                        new Mistake(
                                "clock",
                                "The time of the request is %d minutes %s the provider's clock."
                                        .formatted(
                                                off.abs().toMinutes(),
                                                off.isNegative() ? "behind" : "ahead of"),
                                "Set the clock of the client, and make the time anew for each"
                                        + " request. If the sandbox's clock was moved, move it"
                                        + " back."));
    }

    private static SignatureDiagnosis unreadable() {
        return new SignatureDiagnosis(List.of(), "<the fields of the body>", HMAC)
                .with(
                        new Mistake(
                                "unreadable-body",
                                "The body is neither a JSON object nor a form, so there is no"
                                        + " signature in it.",
                                "Send JSON with Content-Type: application/json."));
    }

    private static Mistake missing(String names, String kind) {
        return new Mistake(
                "missing-part",
                "There is no %s (%s).".formatted(names, kind),
                "Send every part that the signature consists of, spelt as documented.");
    }

    private static void addIfEmpty(List<String> missing, String value, String name) {
        if (value.isEmpty()) {
            missing.add(name);
        }
    }

    /** Puts merchant code, second and third part in an order. */
    @FunctionalInterface
    interface Order {
        String join(String merchant, String second, String third);
    }
}
