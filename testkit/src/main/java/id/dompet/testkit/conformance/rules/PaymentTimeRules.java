package id.dompet.testkit.conformance.rules;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Way;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** PAY: until when a customer can pay, and until when the merchant is told so. */
abstract class PaymentTimeRules extends PaymentPageRules {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Rule(
            id = "PAY-60",
            needs = Need.PAY,
            demands =
                    "A page takes money for as long as pay says, or else the profile, and no"
                            + " longer.",
            why =
                    "When that time is over the merchant gives up and sells the goods to somebody"
                            + " else; who can still pay then, pays for nothing. And who is told of"
                            + " time that is not there comes too late.",
            check =
                    "AwaitingCustomer.until and the end that the request names: unit, time zone,"
                            + " and that both are the same; StatusPolling.customerWindow where pay"
                            + " names none.")
    public final void pay60_thePageIsOpenAsLongAsTheMerchantIsTold() {
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            Payment first = payer.next(PRICE);
            PaymentOutcome sent = bench().dompet.pay(first);
            if (sent instanceof PaymentOutcome.AwaitingCustomer page && hasTime(page)) {
                if (page.until().isPresent()) {
                    expectOpen(way, first, page, payer);
                }
                Payment second = payer.next(PRICE);
                if (bench().dompet.pay(second) instanceof PaymentOutcome.AwaitingCustomer other) {
                    expectClosed(way, second, other);
                }
            }
        }
    }

    /** Of a time that is over before it begins, PAY-01 speaks. */
    private boolean hasTime(PaymentOutcome.AwaitingCustomer page) {
        return page.until().map(bench().clock.instant()::isBefore).orElse(true);
    }

    /** Pays in the last minute. */
    private void expectOpen(
            Way way, Payment payment, PaymentOutcome.AwaitingCustomer page, Payer payer) {
        Instant end = page.until().orElseThrow();
        moveTo(end.minus(MARGIN));
        Optional<URI> unused = bench().provider.confirm(page.action(), phone(payment));
        expectCharged(
                "%s, agreed to a minute before %s, which pay named".formatted(way, end),
                payment,
                payer);
    }

    /** Pays a minute too late. */
    private void expectClosed(Way way, Payment payment, PaymentOutcome.AwaitingCustomer page) {
        Bench bench = bench();
        Instant end =
                page.until()
                        .orElseGet(
                                () ->
                                        bench.clock
                                                .instant()
                                                .plus(
                                                        Truths.pace(bench, payment)
                                                                .customerWindow()));
        moveTo(end.plus(MARGIN));
        Optional<URI> unused = bench.provider.confirm(page.action(), phone(payment));
        expectNothingCharged(
                "%s, agreed to a minute after %s, when by %s the customer's time was over"
                        .formatted(way, end, page.until().isPresent() ? "pay" : "the profile"),
                payment);
    }

    private void moveTo(Instant when) {
        Instant now = bench().clock.instant();
        if (when.isAfter(now)) {
            Instant unused = bench().clock.advance(Duration.between(now, when));
        }
    }

    private static PhoneNumber phone(Payment payment) {
        return payment.customer().phone();
    }
}
