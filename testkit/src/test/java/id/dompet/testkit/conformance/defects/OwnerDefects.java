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
import java.util.function.Predicate;

/** Faults: nobody asks whose wallet it is, or whose permission. */
final class OwnerDefects {
    private OwnerDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BND-40",
                        "the phone in the answer about a link is not compared",
                        new AnyFact("phone", told -> true),
                        "agreed to with another person's phone number",
                        "Bound"),
                Defect.of(
                        "BND-40",
                        "the last digits of a phone number are enough",
                        new AnyFact("phone", told -> told.startsWith("62813")),
                        "that ends like the customer's",
                        "Bound"),
                Defect.of(
                        "BND-61",
                        "the attempt in the answer about a link is not compared",
                        new AnyFact("attempt", told -> true),
                        "answered about another attempt",
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

    /** Reads what the attempt says wherever the answer says something else. Thread-safe. */
    private static final class AnyFact extends Hooks {
        private final ThreadLocal<String> own = ThreadLocal.withInitial(() -> "");
        private final String field;
        private final Predicate<String> taken;

        AnyFact(String field, Predicate<String> taken) {
            this.field = field;
            this.taken = taken;
        }

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
                    own.set(
                            field.equals("phone")
                                    ? attempt.customer().phone().international()
                                    : attempt.reference());
                    return genuine.complete(call, attempt, returned);
                }
            };
        }

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            HttpResponse answer = call.send(signed);
            boolean isMisread =
                    BrokenQuestions.isTo(signed, "/link/complete")
                            && taken.test(StatusAnswerDefects.value(field, answer.body().text()));
            return isMisread ? StatusAnswerDefects.with(answer, field, own.get()) : answer;
        }
    }
}
