package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenQuestions.isTo;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.sending;

import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Binding;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.spi.BalancePort;
import id.dompet.spi.PayPort;
import id.dompet.spi.StatusPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults: requests that the provider would not take, or not always. */
final class WireDefects {
    private static final ZoneId HOME = ZoneId.systemDefault();
    private static final long A_MOMENT = Duration.ofMillis(2).toNanos();

    private WireDefects() {}

    static List<Defect> all() {
        return Stream.concat(own().stream(), WireAnswerDefects.all().stream()).toList();
    }

    private static List<Defect> own() {
        return List.of(
                Defect.of(
                        "WIRE-01",
                        "a token is fetched with a wrong signature first",
                        sending(
                                "/customer-token",
                                (call, request) -> {
                                    HttpResponse unused =
                                            call.send(request.withHeader("X-Signature", "00"));
                                    return call.send(request);
                                }),
                        "the provider accepts"),
                Defect.of(
                        "WIRE-01",
                        "a question is asked without a token first",
                        sending(
                                "/top-up",
                                (call, request) -> {
                                    HttpResponse unused =
                                            call.send(request.withHeader("Authorization", "none"));
                                    return call.send(request);
                                }),
                        "the provider accepts"),
                Defect.of(
                        "WIRE-02",
                        "questions go through a client of the module's own",
                        sending("/top-up", (call, request) -> OwnClient.send(request)),
                        "POST /top-up",
                        "Call.send"),
                Defect.of(
                        "WIRE-02",
                        "tokens are fetched by a client of the module's own",
                        sending("/token", (call, request) -> OwnClient.send(request)),
                        "POST /token",
                        "Call.send"),
                Defect.of(
                        "WIRE-03",
                        "amounts are written in the machine's language",
                        new Hooks() {
                            @Override
                            // The fault.
                            @SuppressWarnings("DefaultLocale")
                            public String amount(Money amount) {
                                return String.format("%.2f", amount.amount());
                            }
                        },
                        "language tr-TR"),
                Defect.of(
                        "WIRE-03",
                        "words are put into upper case in the machine's language",
                        body(
                                "/charge",
                                // The fault.
                                text -> text.replace("\"PIN\"", "\"" + upperCase("pin") + "\"")),
                        "language tr-TR"),
                Defect.of(
                        "WIRE-03",
                        "times are read in the machine's zone",
                        at(
                                time ->
                                        LocalDateTime.ofInstant(time, ZoneId.systemDefault())
                                                .atZone(HOME)
                                                .toInstant()),
                        "time zone Pacific/Kiritimati"),
                Defect.of(
                        "WIRE-04",
                        "the year of the week instead of the year",
                        at(WireDefects::yearOfTheWeek),
                        "at 2029-12-31"),
                Defect.of(
                        "WIRE-04",
                        "seconds since 1970 in 32 bits",
                        at(WireDefects::in32Bits),
                        "at 2039-01-01"),
                Defect.of(
                        "WIRE-05",
                        "quotes are not escaped",
                        body("/charge", text -> text.replace("\\\"", "\"")),
                        "Kopi \"Susu\""),
                Defect.of(
                        "WIRE-05",
                        "texts are sent in Latin-1",
                        bytes(
                                "/charge",
                                text -> Body.of(text.getBytes(StandardCharsets.ISO_8859_1))),
                        "description and name"),
                Defect.of(
                        "WIRE-05",
                        "references lose their dots",
                        BrokenCharges.paying(
                                (port, call, payment) ->
                                        port.pay(
                                                call,
                                                BrokenCharges.under(
                                                        payment,
                                                        payment.reference().replace('.', '-')))),
                        "reference of 32 characters"),
                Defect.of(
                        "WIRE-06",
                        "the payment that is asked about is kept in a field",
                        lastPayment(),
                        "64 questions at once"),
                Defect.of(
                        "WIRE-06",
                        "the link that is asked about is kept in a field",
                        lastBinding(),
                        "64 balances at once"),
                Defect.of(
                        "WIRE-08",
                        "an interrupted charge is a declined one",
                        BrokenCharges.paying(
                                (port, call, payment) -> {
                                    try {
                                        return port.pay(call, payment);
                                    } catch (HttpFailure e) {
                                        return BrokenCharges.declined(Reason.NOT_COMPLETED);
                                    }
                                }),
                        "interrupted",
                        "Declined"),
                Defect.of(
                        "WIRE-08",
                        "an interrupt is swallowed",
                        new Hooks() {
                            @Override
                            public PayPort pay(PayPort genuine, Parts parts) {
                                return (call, payment) -> {
                                    boolean unused = Thread.interrupted();
                                    return genuine.pay(call, payment);
                                };
                            }
                        },
                        "still interrupted"));
    }

    // The fault.
    @SuppressWarnings("StringCaseLocaleUsage")
    private static String upperCase(String word) {
        return word.toUpperCase(Locale.getDefault());
    }

    private static Instant in32Bits(Instant time) {
        int seconds = (int) time.getEpochSecond();
        return Instant.EPOCH.plusSeconds(seconds);
    }

    // The fault.
    @SuppressWarnings("MisusedWeekYear")
    private static Instant yearOfTheWeek(Instant time) {
        DateTimeFormatter wrong =
                DateTimeFormatter.ofPattern("YYYY-MM-dd'T'HH:mm:ss'Z'", Locale.UK)
                        .withZone(ZoneOffset.UTC);
        return Instant.parse(wrong.format(time));
    }

    private static Hooks at(UnaryOperator<Instant> wrong) {
        return new Hooks() {
            @Override
            public Instant now(Instant genuine) {
                return wrong.apply(genuine);
            }
        };
    }

    private static Hooks body(String path, UnaryOperator<String> wrong) {
        return bytes(path, text -> Body.utf8(wrong.apply(text)));
    }

    private static Hooks bytes(String path, Function<String, Body> wrong) {
        return new Hooks() {
            @Override
            public HttpRequest unsigned(HttpRequest genuine) {
                return isTo(genuine, path)
                        ? new HttpRequest(
                                genuine.method(),
                                genuine.uri(),
                                genuine.headers(),
                                wrong.apply(genuine.body().text()),
                                genuine.effect())
                        : genuine;
            }
        };
    }

    private static Hooks lastPayment() {
        AtomicReference<Payment> last = new AtomicReference<>();
        return new Hooks() {
            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) -> {
                    last.set(payment);
                    LockSupport.parkNanos(A_MOMENT);
                    return genuine.status(call, Objects.requireNonNull(last.get()));
                };
            }
        };
    }

    private static Hooks lastBinding() {
        AtomicReference<Binding> last = new AtomicReference<>();
        return new Hooks() {
            @Override
            public BalancePort balance(BalancePort genuine, Parts parts) {
                return (call, binding) -> {
                    last.set(binding);
                    LockSupport.parkNanos(A_MOMENT);
                    return genuine.balance(call, Objects.requireNonNull(last.get()));
                };
            }
        };
    }
}
