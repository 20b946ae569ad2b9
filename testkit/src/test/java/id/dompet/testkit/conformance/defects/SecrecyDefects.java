package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.BalancePort;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.testkit.conformance.defects.LinkFaults.LastAnswer;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Faults: secrets that are printed. */
final class SecrecyDefects {
    private SecrecyDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "SEC-01",
                        "requests are logged for debugging",
                        sending(
                                request ->
                                        LoggerFactory.getLogger("contoh.http")
                                                .trace("sending {}", request.body().text())),
                        "the log of contoh.http",
                        "phone number"),
                Defect.of(
                        "SEC-01",
                        "a piece of the token is printed, in Base64",
                        sending(
                                request ->
                                        System.out.println(
                                                "token "
                                                        + Base64.getEncoder()
                                                                .encodeToString(
                                                                        token(request)
                                                                                .getBytes(
                                                                                        StandardCharsets
                                                                                                .UTF_8)))),
                        "standard output",
                        "in Base64"),
                Defect.of(
                        "SEC-01",
                        "eight characters of a token are enough to find it again in the log",
                        sending(
                                request ->
                                        Logger.getLogger("contoh.jul")
                                                .fine("token " + token(request).substring(5, 13))),
                        "the log of contoh.jul",
                        "token"),
                Defect.of(
                        "SEC-02",
                        "an exception quotes what the browser brought back",
                        LinkFaults.complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    String ticket = returned.getOrDefault("ticket", "");
                                    if (ticket.length() > 100) {
                                        throw new DompetException.InvalidRequest(
                                                parts.client().id(), "no such ticket: " + ticket);
                                    }
                                    return genuine.complete(call, attempt, returned);
                                }),
                        "COMPLETE_BIND",
                        "InvalidRequest"),
                Defect.of(
                        "SEC-02",
                        "an exception quotes the answer",
                        new QuotingBalance(),
                        "BALANCE OVO",
                        "Unavailable"),
                Defect.of(
                        "SEC-02",
                        "an exception names the credential of a link that has ended",
                        new NamingBalance(),
                        "BALANCE OVO after the customer ended the link",
                        "BindingUnusable"),
                Defect.of(
                        "SEC-03",
                        "an outcome quotes the answer",
                        new QuotingBind(),
                        "BIND OVO",
                        "detail"),
                Defect.of(
                        "SEC-03",
                        "a record prints the key it holds",
                        new Hooks() {
                            @Override
                            public BalancePort balance(BalancePort genuine, Parts parts) {
                                return new Keyed(
                                        parts.settings().secret("secret-key").reveal(), genuine);
                            }
                        },
                        "an object of the module",
                        "secret of the settings"),
                Defect.of(
                        "SEC-04",
                        "a customer's token is in the query",
                        new Hooks() {
                            @Override
                            public HttpRequest unsigned(HttpRequest genuine) {
                                String token = genuine.headers().get("X-Customer-Token");
                                return token == null
                                        ? genuine
                                        : new HttpRequest(
                                                genuine.method(),
                                                URI.create(genuine.uri() + "?trace=" + token),
                                                genuine.headers(),
                                                genuine.body(),
                                                genuine.effect());
                            }
                        },
                        "the address of a",
                        "token"),
                Defect.of(
                        "SEC-05",
                        "threads are named after the customer",
                        new NamedThreads(),
                        "the name of a thread",
                        "phone number"));
    }

    private interface Printing {
        void print(HttpRequest request);
    }

    private static Hooks sending(Printing fault) {
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                fault.print(signed);
                return call.send(signed);
            }
        };
    }

    private static String token(HttpRequest request) {
        return request.headers()
                .getOrDefault("Authorization", "Bearer without a token at all")
                .substring("Bearer ".length());
    }

    private record Keyed(String key, BalancePort genuine) implements BalancePort {
        @Override
        public Balance balance(Call call, Binding binding) {
            return genuine.balance(call, binding);
        }
    }

    private static final class QuotingBalance extends LastAnswer {
        QuotingBalance() {
            super("/balance");
        }

        @Override
        public BalancePort balance(BalancePort genuine, Parts parts) {
            return (call, binding) -> {
                try {
                    return genuine.balance(call, binding);
                } catch (DompetException.Unavailable e) {
                    throw new DompetException.Unavailable(
                            binding.provider(),
                            "Contoh said " + answer().map(a -> a.body().text()).orElse(""),
                            e);
                }
            };
        }
    }

    private static final class QuotingBind extends LastAnswer {
        QuotingBind() {
            super("/link");
        }

        @Override
        public id.dompet.spi.BindPort bind(id.dompet.spi.BindPort genuine, Parts parts) {
            return new Quoting(genuine, this);
        }
    }

    private record Quoting(id.dompet.spi.BindPort genuine, LastAnswer last)
            implements id.dompet.spi.BindPort {
        @Override
        public BindOutcome start(Call call, id.dompet.model.BindAttempt attempt) {
            BindOutcome outcome = genuine.start(call, attempt);
            return outcome instanceof BindOutcome.Unknown unknown
                    ? new BindOutcome.Unknown(
                            unknown.cause(),
                            unknown.detail() + last.answer().map(a -> a.body().text()).orElse(""))
                    : outcome;
        }

        @Override
        public BindOutcome complete(
                Call call,
                id.dompet.model.BindAttempt attempt,
                java.util.Map<String, String> returned) {
            return genuine.complete(call, attempt, returned);
        }
    }

    private static final class NamedThreads extends Hooks {
        @Override
        public PayPort pay(PayPort genuine, Parts parts) {
            return new PayPort() {
                @Override
                public PaymentOutcome pay(Call call, Payment payment) {
                    Thread thread = Thread.currentThread();
                    String before = thread.getName();
                    thread.setName("pay " + payment.customer().phone().international());
                    try {
                        return genuine.pay(call, payment);
                    } finally {
                        thread.setName(before);
                    }
                }
            };
        }
    }

    private static final class NamingBalance extends Hooks {
        @Override
        public BalancePort balance(BalancePort genuine, Parts parts) {
            return (call, binding) -> {
                try {
                    return genuine.balance(call, binding);
                } catch (DompetException.BindingUnusable e) {
                    String kept =
                            parts.credentials()
                                    .find(binding.id())
                                    .map(credential -> credential.value().reveal())
                                    .orElse("nothing");
                    throw new DompetException.BindingUnusable(
                            parts.client().id(), "12", "stored was " + kept);
                }
            };
        }
    }
}
