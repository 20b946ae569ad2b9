package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenCharges.paying;
import static id.dompet.testkit.conformance.defects.BrokenCharges.returning;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Notification;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.PayPort;
import id.dompet.spi.StatusPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults: the customer is sent to the wrong place, or their answer is misread. */
final class PaymentPageDefects {
    private static final URI FRONT_PAGE = URI.create("https://shop.example/");

    private PaymentPageDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PAY-14",
                        "a customer's no means that it is being worked on",
                        new NoIsNoAnswer(),
                        "customer says no"),
                Defect.of(
                        "PAY-16",
                        "the customer is sent wherever the answer says",
                        anyPage(),
                        "javascript"),
                Defect.of(
                        "PAY-17",
                        "a return without a result breaks the page",
                        returning(
                                returned -> {
                                    throw new IllegalArgumentException("no result");
                                }),
                        "never throws"),
                Defect.of(
                        "PAY-17",
                        "whoever comes back has paid",
                        returning(
                                returned ->
                                        new ReturnHint(
                                                ReturnHint.Appearance.SUCCESS, Optional.empty())),
                        "back after refusing"),
                Defect.of(
                        "PAY-17",
                        "every browser comes back to the same page",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(
                                                call,
                                                BrokenCharges.returningTo(payment, FRONT_PAGE))),
                        "comes back"),
                Defect.of(
                        "PAY-19",
                        "a subscription waits for a PIN",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(call, BrokenCharges.attended(payment))),
                        "UNATTENDED",
                        "AwaitingCustomer"),
                Defect.of(
                        "PAY-60",
                        "the merchant is told a time that ends before the page does",
                        until(Duration.ofMinutes(5)),
                        "a minute after",
                        "nothing is charged"),
                Defect.of(
                        "PAY-60",
                        "the merchant is told a time that the page does not have",
                        until(Duration.ofHours(7)),
                        "a minute before",
                        "money is taken exactly once"));
    }

    /** Contoh's pages are open for a quarter of an hour. */
    private static Hooks until(Duration left) {
        return paying(
                (genuine, call, payment) -> {
                    PaymentOutcome outcome = genuine.pay(call, payment);
                    return outcome instanceof PaymentOutcome.AwaitingCustomer awaiting
                            ? new PaymentOutcome.AwaitingCustomer(
                                    awaiting.action(),
                                    Optional.of(call.now().plus(left)),
                                    awaiting.providerReference())
                            : outcome;
                });
    }

    private static Hooks anyPage() {
        ThreadLocal<String> page = ThreadLocal.withInitial(() -> "");
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                HttpResponse answer = call.send(signed);
                Matcher found =
                        Pattern.compile("\"page\":\"([a-z]+:[^\"]*)\"")
                                .matcher(answer.body().text());
                page.set(answer.status() == 200 && found.find() ? found.group(1) : "");
                return answer;
            }

            @Override
            public PayPort pay(PayPort genuine, Parts parts) {
                return (call, payment) -> {
                    PaymentOutcome outcome = genuine.pay(call, payment);
                    return outcome instanceof PaymentOutcome.Unknown unknown
                                    && unknown.cause() == UnknownCause.UNREADABLE_ANSWER
                                    && page.get().startsWith("javascript:")
                            ? new PaymentOutcome.AwaitingCustomer(
                                    URI.create(page.get()), Optional.empty(), Optional.empty())
                            : outcome;
                };
            }
        };
    }

    /** Wherever the provider says so: in answers, and in notifications. */
    private static final class NoIsNoAnswer extends Hooks {
        @Override
        public StatusPort status(StatusPort genuine, Parts parts) {
            return (call, payment) -> open(genuine.status(call, payment));
        }

        @Override
        public NotifyPort notifications(NotifyPort genuine, Parts parts) {
            return (call, inbound) ->
                    genuine.open(call, inbound) instanceof Notification.Verified verified
                            ? new Notification.Verified(
                                    open(verified.event()),
                                    verified.accept(),
                                    verified.retryLater(),
                                    verified.fields())
                            : genuine.open(call, inbound);
        }

        private static Notification.Event open(Notification.Event event) {
            return event instanceof Notification.Event.PaymentReported told
                    ? new Notification.Event.PaymentReported(
                            told.provider(),
                            told.id(),
                            told.paymentReference(),
                            told.amount(),
                            open(told.reported()),
                            told.signed())
                    : event;
        }

        private static PaymentOutcome open(PaymentOutcome outcome) {
            return outcome instanceof PaymentOutcome.Declined
                    ? new PaymentOutcome.Processing(Optional.empty())
                    : outcome;
        }
    }
}
