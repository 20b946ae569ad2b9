package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.LinkFaults.complete;
import static id.dompet.testkit.conformance.defects.LinkFaults.refused;
import static id.dompet.testkit.conformance.defects.LinkFaults.start;

import id.dompet.http.HttpFailure;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.UnknownCause;
import java.util.List;

/** Faults: links whose lost or unbelievable answers are taken for something. */
final class BindingFaultDefects {
    private BindingFaultDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BND-10",
                        "what was never sent is UNKNOWN",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    try {
                                        return genuine.start(call, attempt);
                                    } catch (HttpFailure.NotSent e) {
                                        return new BindOutcome.Unknown(
                                                UnknownCause.NO_ANSWER, "not sent");
                                    }
                                }),
                        "when nobody listens",
                        "Unavailable"),
                Defect.of(
                        "BND-11",
                        "a time-out is a refusal",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    try {
                                        return genuine.start(call, attempt);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return refused();
                                    }
                                }),
                        "BIND OVO when the connection is reset",
                        "UNKNOWN"),
                Defect.of(
                        "BND-12",
                        "everything but success is a refusal",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    BindOutcome outcome = genuine.start(call, attempt);
                                    return outcome instanceof BindOutcome.Unknown
                                            ? refused()
                                            : outcome;
                                }),
                        "BIND OVO when HTTP 500",
                        "UNKNOWN"),
                Defect.of(
                        "BND-12",
                        "a code that nobody knows is a refusal",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    BindOutcome outcome = genuine.start(call, attempt);
                                    return outcome instanceof BindOutcome.Unknown unknown
                                                    && unknown.cause()
                                                            == UnknownCause.UNRECOGNISED_CODE
                                            ? refused()
                                            : outcome;
                                }),
                        "undocumented",
                        "UNKNOWN"),
                Defect.of(
                        "BND-13",
                        "a completion that fails refuses the link",
                        complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    try {
                                        BindOutcome outcome =
                                                genuine.complete(call, attempt, returned);
                                        return outcome instanceof BindOutcome.Unknown
                                                ? refused()
                                                : outcome;
                                    } catch (HttpFailure e) {
                                        return refused();
                                    }
                                }),
                        "COMPLETE_BIND OVO when",
                        "REFUSED"),
                Defect.of(
                        "BND-13",
                        "an error page links the wallet",
                        complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    BindOutcome outcome = genuine.complete(call, attempt, returned);
                                    return outcome instanceof BindOutcome.Unknown unknown
                                                    && unknown.cause() == UnknownCause.SERVER_ERROR
                                            ? new BindOutcome.Bound(
                                                    new Binding(
                                                            "contoh-" + attempt.nonce(),
                                                            parts.client().id(),
                                                            attempt.wallet(),
                                                            attempt.customer().reference(),
                                                            call.now()))
                                            : outcome;
                                }),
                        "COMPLETE_BIND OVO when HTTP 500"));
    }
}
