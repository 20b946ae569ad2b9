package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Capability;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Way;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Payments about which the truth is known, made on a bench whenever a rule needs one. */
final class Truths {
    private final Bench bench;

    Truths(Bench bench) {
        this.bench = bench;
    }

    /** One way of paying for each wallet, for rules to which the others make no difference. */
    List<Way> oneForEachWallet() {
        Set<String> seen = new HashSet<>();
        return bench.ways().stream().filter(way -> seen.add(way.wallet().code())).toList();
    }

    /** The same for the wallets whose payments can be given back. */
    List<Way> refundable() {
        return oneForEachWallet().stream()
                .filter(way -> bench.profile().can(way.wallet(), Capability.REFUND))
                .toList();
    }

    /** The money has moved. */
    Payment paid(Way way, Money amount) {
        Payment payment = bench.paid(way, amount);
        expect(
                bench.charged(payment).equals(amount),
                "a payment by %s can be sent and agreed to, which this rule starts from"
                        .formatted(way),
                bench.charged(payment) + " was charged");
        return payment;
    }

    /** A payment that waits for its customer, and how to have them agree or refuse. */
    record Open(Payment payment, PaymentOutcome sent) {
        /** Whether half of the customer's time is left. */
        boolean isYoung(Bench bench) {
            Duration half = pace(bench, payment).customerWindow().dividedBy(2);
            return bench.clock.instant().isBefore(payment.createdAt().plus(half));
        }
    }

    static StatusPolling pace(Bench bench, Payment payment) {
        return bench.profile().support(payment.wallet()).orElseThrow().statusPolling();
    }

    /** A payment that waits for its customer; empty if this way of paying does not ask them. */
    Optional<Open> open(Way way, Money amount) {
        Payment payment = bench.payment(way, amount);
        PaymentOutcome sent = bench.dompet.pay(payment);
        return bench.timesCharged(payment) == 0
                ? Optional.of(new Open(payment, sent))
                : Optional.empty();
    }

    /** The customer said no on the provider's page; empty where there is no such page. */
    Optional<Payment> refused(Way way, Money amount) {
        return open(way, amount)
                .filter(open -> open.sent() instanceof PaymentOutcome.AwaitingCustomer)
                .map(
                        open -> {
                            PaymentOutcome.AwaitingCustomer awaiting =
                                    (PaymentOutcome.AwaitingCustomer) open.sent();
                            Optional<URI> unused = bench.provider.decline(awaiting.action());
                            return open.payment();
                        });
    }

    /** Every way in which customers are asked after the payment was sent. */
    List<Way> asking() {
        List<Way> ways = new ArrayList<>();
        for (Way way : bench.ways()) {
            if (way.kind() != Payment.Kind.UNATTENDED) {
                ways.add(way);
            }
        }
        return ways;
    }
}
