package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.UnbindPort;
import id.dompet.testkit.reference.Fields;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Short ways to break how links are begun, completed and ended. */
final class LinkFaults {
    private LinkFaults() {}

    /** Begins links in another way. */
    interface Start {
        BindOutcome start(BindPort genuine, Parts parts, Call call, BindAttempt attempt);
    }

    /** Completes links in another way. */
    interface Complete {
        BindOutcome complete(
                BindPort genuine,
                Parts parts,
                Call call,
                BindAttempt attempt,
                Map<String, String> returned);
    }

    static Hooks start(Start fault) {
        return new Hooks() {
            @Override
            public BindPort bind(BindPort genuine, Parts parts) {
                return new Bind(
                        (call, attempt) -> fault.start(genuine, parts, call, attempt),
                        genuine::complete);
            }
        };
    }

    static Hooks complete(Complete fault) {
        return new Hooks() {
            @Override
            public BindPort bind(BindPort genuine, Parts parts) {
                return completing(genuine, parts, fault);
            }
        };
    }

    static BindPort completing(BindPort genuine, Parts parts, Complete fault) {
        return new Bind(
                genuine::start,
                (call, attempt, returned) ->
                        fault.complete(genuine, parts, call, attempt, returned));
    }

    /** The outcome of completing, taken for another. */
    static Hooks completed(UnaryOperator<BindOutcome> wrong) {
        return complete(
                (genuine, parts, call, attempt, returned) ->
                        wrong.apply(genuine.complete(call, attempt, returned)));
    }

    /** Ends links in another way. */
    static Hooks unbind(Unbind fault) {
        return new Hooks() {
            @Override
            public UnbindPort unbind(UnbindPort genuine, Parts parts) {
                return (call, binding) -> fault.unbind(genuine, parts, call, binding);
            }
        };
    }

    /** Ends links in another way. */
    interface Unbind {
        UnbindOutcome unbind(UnbindPort genuine, Parts parts, Call call, Binding binding);
    }

    static BindOutcome refused() {
        return new BindOutcome.Refused(Decline.of(Decline.Reason.OTHER, "not linked"));
    }

    /** Remembers the last answer to a path, for what reads more into it than it should. */
    static class LastAnswer extends Hooks {
        private final ThreadLocal<Optional<HttpResponse>> last =
                ThreadLocal.withInitial(Optional::empty);
        private final String path;

        LastAnswer(String path) {
            this.path = path;
        }

        @Override
        public HttpResponse send(Call call, HttpRequest signed) throws HttpFailure {
            if (!signed.uri().getPath().equals(path)) {
                return call.send(signed);
            }
            last.set(Optional.empty());
            HttpResponse answer = call.send(signed);
            last.set(Optional.of(answer));
            return answer;
        }

        Optional<HttpResponse> answer() {
            return last.get();
        }

        Optional<Fields> success() {
            return answer().filter(answer -> answer.status() == 200)
                    .flatMap(answer -> Fields.read(answer.body()))
                    .filter(fields -> fields.text("code").equals(Optional.of("00")));
        }
    }

    private interface Starting {
        BindOutcome start(Call call, BindAttempt attempt);
    }

    private interface Completing {
        BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned);
    }

    private record Bind(Starting starting, Completing completing) implements BindPort {
        @Override
        public BindOutcome start(Call call, BindAttempt attempt) {
            return starting.start(call, attempt);
        }

        @Override
        public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
            return completing.complete(call, attempt, returned);
        }
    }
}
