package id.dompet.ledger.simulation;

import id.dompet.Dompet;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.SimulatedLedgers.Rules;
import id.dompet.model.Decline;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Designs that are wrong, most of them seen in the field. The simulation must catch each. */
final class WrongDesigns {
    private WrongDesigns() {}

    static List<Design> all() {
        return List.of(
                outcome("a time-out means declined", UnknownCause.NO_ANSWER),
                outcome("HTTP 503 means declined", UnknownCause.SERVER_ERROR),
                outcome("an unknown code means declined", UnknownCause.UNRECOGNISED_CODE),
                retriesUnderAnotherReference(),
                paysAgainWhenUnknown(),
                resendsOn503(),
                paid("an HTML page with status 200 means paid", UnknownCause.UNREADABLE_ANSWER),
                paid("the amount is not compared", UnknownCause.AMOUNT_DIFFERS),
                notFoundMeansDeclined(),
                believesForgeries(),
                WrongClocks.rules("the last one heard wins", Rules.LAST_ONE_WINS),
                WrongStores.noUniqueKey(),
                WrongStores.secondCallerSendsAnOpenPayment(),
                WrongStores.noWriteAhead(),
                WrongStores.ignoresVersions(),
                forgetsAtACrash(),
                sharesACustomersToken(),
                neverReconciles(),
                WrongStores.leasesDoNotEnd(),
                WrongStores.eventsOutsideTheTransaction(),
                WrongStores.eventsNewestFirst(),
                WrongClocks.oneMiss(),
                WrongClocks.aMinuteApart(),
                WrongClocks.instancesClock(),
                WrongClocks.sendsLate(),
                WrongRefunds.leftIsNotChecked(),
                WrongRefunds.leftIsNotLocked(),
                WrongRefunds.openRefundsDoNotCount(),
                WrongRefunds.secondCallerSendsAnOpenRefund(),
                WrongRefunds.noWriteAhead(),
                WrongRefunds.nobodyAsks(),
                WrongRefundAnswers.timeOutMeansDeclined(),
                WrongRefundAnswers.notFoundMeansDeclined(),
                WrongRefundAnswers.amountIsNotCompared(),
                WrongRefundAnswers.sentAgainWhenUnknown(),
                WrongRefundAnswers.sentAgainUnderAnotherReference());
    }

    private static Design outcome(String name, UnknownCause cause) {
        return facade(
                name,
                (dompet, outcome) ->
                        isUnknown(outcome, cause)
                                ? new PaymentOutcome.Declined(
                                        Decline.of(Decline.Reason.OTHER, "failed"))
                                : outcome);
    }

    private static Design paid(String name, UnknownCause cause) {
        return new Design(name) {
            @Override
            Dompet dompet(Dompet honest, World world) {
                return Changed.facade(
                        honest,
                        (method, arguments, result) ->
                                arguments != null
                                                && arguments[0] instanceof Payment payment
                                                && result instanceof PaymentOutcome outcome
                                                && isUnknown(outcome, cause)
                                        ? new PaymentOutcome.Paid(
                                                Optional.empty(), payment.amount(), world.now())
                                        : result);
            }
        };
    }

    private static boolean isUnknown(PaymentOutcome outcome, UnknownCause cause) {
        return outcome instanceof PaymentOutcome.Unknown unknown && unknown.cause() == cause;
    }

    private static Design notFoundMeansDeclined() {
        return facade(
                "not found means declined, at once",
                (dompet, outcome) ->
                        outcome instanceof PaymentOutcome.NotFound
                                ? new PaymentOutcome.Declined(
                                        Decline.of(Decline.Reason.OTHER, "not found"))
                                : outcome);
    }

    private static Design retriesUnderAnotherReference() {
        return again(
                "retries under another reference",
                payment ->
                        new Payment(
                                payment.reference() + "-2",
                                payment.provider(),
                                payment.wallet(),
                                payment.kind(),
                                payment.amount(),
                                payment.description(),
                                payment.customer(),
                                payment.binding(),
                                payment.returnUrl(),
                                payment.failureUrl(),
                                payment.items(),
                                payment.points(),
                                payment.voucher(),
                                payment.createdAt()));
    }

    private static Design paysAgainWhenUnknown() {
        return again("pays again when the outcome is unknown", payment -> payment);
    }

    private static Design again(String name, Function<Payment, Payment> second) {
        return new Design(name) {
            @Override
            Dompet dompet(Dompet honest, World world) {
                return Changed.facade(
                        honest,
                        (method, arguments, result) ->
                                method.equals("pay")
                                                && result instanceof PaymentOutcome.Unknown
                                                && arguments[0] instanceof Payment payment
                                        ? honest.pay(second.apply(payment))
                                        : result);
            }
        };
    }

    private static Design resendsOn503() {
        return new Design("the HTTP client sends again on 503") {
            @Override
            HttpResponse send(HttpRequest request, Function<HttpRequest, HttpResponse> honest) {
                HttpResponse first = honest.apply(request);
                return first.status() == 503 ? honest.apply(request) : first;
            }
        };
    }

    private static Design believesForgeries() {
        return new Design("forged notifications are believed") {
            @Override
            Dompet dompet(Dompet honest, World world) {
                return Changed.facade(
                        honest,
                        (method, arguments, result) ->
                                result instanceof Notification.Rejected
                                                && arguments[1] instanceof InboundRequest inbound
                                        ? honest.read(Facades.PROVIDER, signed(inbound))
                                        : result);
            }

            private InboundRequest signed(InboundRequest forged) {
                String body = forged.body().text();
                return InboundRequest.of(
                        forged.method(),
                        forged.target(),
                        Map.of(),
                        (body.substring(0, body.lastIndexOf('|') + 1) + World.KEY)
                                .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Design forgetsAtACrash() {
        return new Design("the journal loses its last half second in a crash") {
            @Override
            boolean forgetsAtACrash() {
                return true;
            }
        };
    }

    private static Design sharesACustomersToken() {
        return new Design("one customer's token is used for all") {
            @Override
            int credentialOf(int customer) {
                return 0;
            }
        };
    }

    private static Design neverReconciles() {
        return new Design("nobody reconciles") {
            @Override
            boolean reconciles() {
                return false;
            }
        };
    }

    private static Design facade(
            String name, BiFunction<Dompet, PaymentOutcome, PaymentOutcome> wrong) {
        return new Design(name) {
            @Override
            Dompet dompet(Dompet honest, World world) {
                return Changed.facade(
                        honest,
                        (method, arguments, result) ->
                                result instanceof PaymentOutcome outcome
                                        ? wrong.apply(honest, outcome)
                                        : result);
            }
        };
    }
}
