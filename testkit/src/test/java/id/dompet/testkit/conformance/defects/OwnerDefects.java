package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.List;
import java.util.Map;

/** Faults: nobody asks whose wallet it is, or whose permission. */
final class OwnerDefects {
    private OwnerDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BND-40",
                        "the phone in the answer about a link is not compared",
                        new AnyPhone(),
                        "agreed to with another person's phone number",
                        "Bound"),
                Defect.of(
                        "BND-41",
                        "the owner of a stored credential is not compared",
                        new Hooks() {
                            @Override
                            public boolean isOwner(boolean genuine) {
                                return true;
                            }
                        },
                        "in the store that belongs to another customer",
                        "BindingUnusable"));
    }

    /** Reads the customer's own number wherever the answer has one. Thread-safe. */
    private static final class AnyPhone extends Hooks {
        private final ThreadLocal<String> phone = ThreadLocal.withInitial(() -> "");

        @Override
        public BindPort bind(BindPort genuine, Parts parts) {
            return new BindPort() {
                @Override
                public BindOutcome start(Call call, BindAttempt attempt) {
                    return genuine.start(call, attempt);
                }

                @Override
                public BindOutcome complete(
                        Call call, BindAttempt attempt, Map<String, String> returned) {
                    phone.set(attempt.customer().phone().international());
                    return genuine.complete(call, attempt, returned);
                }
            };
        }

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            HttpResponse answer = call.send(signed);
            return BrokenQuestions.isTo(signed, "/link/complete")
                    ? StatusAnswerDefects.with(answer, "phone", phone.get())
                    : answer;
        }
    }
}
