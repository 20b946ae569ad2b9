package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.LinkFaults.unbind;

import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.DompetException;
import id.dompet.model.Secret;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.testkit.reference.Hooks;
import java.util.List;
import java.util.Map;

/** Faults: links that are ended wrongly. */
final class UnbindDefects {
    private UnbindDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BND-15",
                        "another credential than the customer's is ended",
                        new Hooks() {
                            @Override
                            public HttpRequest unsigned(HttpRequest genuine) {
                                return genuine.uri().getPath().equals("/unlink")
                                        ? HttpRequest.post(
                                                        genuine.uri(),
                                                        genuine.effect(),
                                                        "application/json",
                                                        Body.utf8("{\"credential\":\"none\"}"))
                                                .withHeader(
                                                        "Authorization",
                                                        genuine.headers()
                                                                .getOrDefault("Authorization", ""))
                                        : genuine;
                            }
                        },
                        "UNBIND OVO",
                        "old credential tried once more"),
                Defect.of(
                        "BND-16",
                        "a link that has ended already cannot be ended",
                        new Hooks() {
                            @Override
                            public HttpResponse send(Call call, HttpRequest signed) {
                                HttpResponse answer = call.send(signed);
                                return signed.uri().getPath().equals("/unlink")
                                                && answer.body().text().contains("\"12\"")
                                        ? new HttpResponse(
                                                200, Map.of(), Body.utf8("{\"code\":\"77\"}"))
                                        : answer;
                            }
                        },
                        "UNBOUND"),
                Defect.of(
                        "BND-16",
                        "unbinding twice is an error",
                        unbind(
                                (genuine, parts, call, binding) -> {
                                    if (parts.credentials().find(binding.id()).isEmpty()) {
                                        throw new DompetException.BindingUnusable(
                                                parts.client().id(), "", "not linked");
                                    }
                                    return genuine.unbind(call, binding);
                                }),
                        "once more"),
                Defect.of(
                        "BND-17",
                        "something of the link is kept for later",
                        unbind(
                                (genuine, parts, call, binding) -> {
                                    UnbindOutcome outcome = genuine.unbind(call, binding);
                                    parts.credentials()
                                            .put(
                                                    "ended-" + binding.id(),
                                                    Credential.of(
                                                            Secret.of("was linked"),
                                                            binding.customerReference()));
                                    return outcome;
                                }),
                        "has nothing of the link"),
                Defect.of(
                        "BND-18",
                        "what was never sent has ended the link",
                        unbind(
                                (genuine, parts, call, binding) -> {
                                    try {
                                        return genuine.unbind(call, binding);
                                    } catch (HttpFailure.NotSent e) {
                                        return new UnbindOutcome.Unbound();
                                    }
                                }),
                        "when nobody listens",
                        "Unavailable"),
                Defect.of(
                        "BND-19",
                        "a lost answer has ended the link",
                        unbind(
                                (genuine, parts, call, binding) -> {
                                    try {
                                        return genuine.unbind(call, binding);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return new UnbindOutcome.Unbound();
                                    }
                                }),
                        "UNBIND OVO when the connection is reset",
                        "UNKNOWN"),
                Defect.of(
                        "BND-20",
                        "whatever is answered but a refusal, the link has ended",
                        unbind(
                                (genuine, parts, call, binding) -> {
                                    UnbindOutcome outcome = genuine.unbind(call, binding);
                                    return isRefused(outcome)
                                            ? outcome
                                            : new UnbindOutcome.Unbound();
                                }),
                        "UNBIND OVO when HTTP 500",
                        "UNKNOWN"),
                Defect.of(
                        "BND-60",
                        "a request that was refused has ended the link",
                        unbind(
                                (genuine, parts, call, binding) -> {
                                    UnbindOutcome outcome = genuine.unbind(call, binding);
                                    return isRefused(outcome)
                                            ? new UnbindOutcome.Unbound()
                                            : outcome;
                                }),
                        "UNBIND OVO",
                        "the documented code 30"));
    }

    /** With the code of a request that is not in the documented form. */
    private static boolean isRefused(UnbindOutcome outcome) {
        return outcome instanceof UnbindOutcome.Unknown refused
                && refused.detail().endsWith("code 30");
    }
}
