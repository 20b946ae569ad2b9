package id.dompet.testkit.doku;

import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why X-SIGNATURE is wrong; the formulas are those of {@link SnapSignatures}. */
final class SignatureDoctor {
    private static final Duration LARGE_DISTANCE = Duration.ofMinutes(5);

    private final DokuSettings settings;

    SignatureDoctor(DokuSettings settings) {
        this.settings = settings;
    }

    /** Nothing when the operation is not signed. */
    Optional<SignatureDiagnosis> examine(SimulatorRequest request) {
        DokuOperation operation = Routes.of(request.path()).operation();
        if (!operation.isSigned() && !operation.isToken()) {
            return Optional.empty();
        }
        SignatureDiagnosis right =
                operation.isToken()
                        ? AsymmetricDoctor.right(request)
                        : SymmetricDoctor.right(request);
        List<String> missing = missing(operation, request);
        if (!missing.isEmpty()) {
            return Optional.of(
                    right.with(
                            new Mistake(
                                    "missing-part",
                                    "There is no %s (header)."
                                            .formatted(String.join(", ", missing)),
                                    "Send every part that the signature consists of.")));
        }
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.addAll(account(operation, request));
        boolean valid =
                new SignatureCheck(settings).check(operation, request) == SignatureVerdict.VALID;
        if (!valid) {
            mistakes.addAll(
                    operation.isToken()
                            ? new AsymmetricDoctor(settings).explain(request)
                            : new SymmetricDoctor(settings).explain(request));
        }
        clock(request).ifPresent(mistakes::add);
        SignatureDiagnosis result = right;
        for (Mistake mistake : mistakes) {
            result = result.with(mistake);
        }
        return Optional.of(result);
    }

    private static List<String> missing(DokuOperation operation, SimulatorRequest request) {
        List<String> needed =
                operation.isToken()
                        ? List.of("X-CLIENT-KEY", "X-TIMESTAMP", "X-SIGNATURE")
                        : List.of("X-PARTNER-ID", "X-TIMESTAMP", "X-SIGNATURE", "Authorization");
        return needed.stream().filter(name -> request.header(name).orElse("").isBlank()).toList();
    }

    private List<Mistake> account(DokuOperation operation, SimulatorRequest request) {
        String header = operation.isToken() ? "X-CLIENT-KEY" : "X-PARTNER-ID";
        String named = request.header(header).orElse("");
        return named.equals(settings.clientId())
                ? List.of()
                : List.of(
                        new Mistake(
                                "other-account",
                                "%s is \"%s\"; the client id of this sandbox is \"%s\"."
                                        .formatted(header, named, settings.clientId()),
                                "Take client id, client secret and private key from one place:"
                                        + " those of another account or environment are not valid"
                                        + " here."));
    }

    private Optional<Mistake> clock(SimulatorRequest request) {
        String text = request.header("X-TIMESTAMP").orElse("");
        Optional<Instant> sent = SnapTime.parse(text);
        if (sent.isEmpty()) {
            return Optional.of(
                    new Mistake(
                            "no-such-time",
                            "X-TIMESTAMP is \"%s\", which is no ISO 8601 time with an offset."
                                    .formatted(text),
                            "Write it as 2025-01-15T10:20:30+07:00 or 2025-01-15T03:20:30Z, and"
                                    + " sign the same text."));
        }
        Duration off = Duration.between(settings.clock().instant(), sent.get());
        if (off.abs().compareTo(LARGE_DISTANCE) <= 0) {
            return Optional.empty();
        }
        boolean zone = Math.abs(off.abs().toMinutes() - 7 * 60) <= 5;
        return Optional.of(
                new Mistake(
                        "clock",
                        "X-TIMESTAMP is %d minutes %s the provider's clock%s."
                                .formatted(
                                        off.abs().toMinutes(),
                                        off.isNegative() ? "behind" : "ahead of",
                                        zone
                                                ? ": seven hours are the distance between Jakarta"
                                                        + " and UTC, so the offset does not belong"
                                                        + " to the time"
                                                : ""),
                        "Make the time anew for each request, with the offset that belongs to it."
                                + " If the sandbox's clock was moved, move it back."));
    }
}
