package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** STA: asking what became of a payment. */
abstract class StatusRules extends StatusStateRules {
    private static final int QUESTIONS = 10;

    @Rule(
            id = "STA-01",
            needs = Need.PAY,
            demands =
                    "A payment can be asked about with what the merchant stored and nothing else:"
                            + " in another process, and after the customer unlinked the wallet.",
            why =
                    "The process that charged may have crashed, and the customer may have unlinked"
                            + " right after. A payment that can then not be asked about is UNKNOWN"
                            + " for ever.",
            check =
                    "that status uses payment.reference() and the merchant's own credentials:"
                            + " nothing kept in memory by pay, no token of the customer's.")
    public final void sta01_storedValuesAreEnough() {
        Truths truths = new Truths(bench());
        Dompet elsewhere = bench().open(bench().config());
        for (Way way : bench().ways()) {
            Payment rebuilt = rebuilt(truths.paid(way, PRICE));
            Tried.of(() -> bench().status(elsewhere, rebuilt))
                    .expect("status of a payment by " + way + " asked by another process", "PAID");
            bench().provider.wallet(way.wallet(), rebuilt.customer().phone()).unlinkInApp();
            Tried.of(() -> bench().status(rebuilt))
                    .expect(
                            "status of a payment by %s after the customer unlinked the wallet"
                                    .formatted(way),
                            "PAID");
        }
    }

    /** Equal to the payment, and the same object in no part. */
    private static Payment rebuilt(Payment payment) {
        Customer customer = payment.customer();
        return new Payment(
                copy(payment.reference()),
                new ProviderId(copy(payment.provider().value())),
                new Wallet(copy(payment.wallet().code())),
                payment.kind(),
                Money.of(payment.amount().decimalText(), "IDR"),
                copy(payment.description()),
                Customer.of(
                                copy(customer.reference()),
                                copy(customer.name()),
                                copy(customer.email()),
                                customer.phone())
                        .on(customer.device().orElseThrow()),
                payment.binding(),
                URI.create(payment.returnUrl().toString()),
                payment.failureUrl(),
                List.copyOf(payment.items()),
                payment.points(),
                payment.voucher(),
                Instant.ofEpochMilli(payment.createdAt().toEpochMilli()));
    }

    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }

    @Rule(
            id = "STA-02",
            needs = Need.PAY,
            demands =
                    "Asking changes nothing, however often: no money moves, and only questions are"
                            + " sent.",
            why =
                    "Merchants ask until they know, from several machines. A question that charges"
                            + " again, cancels or renews something is not one.",
            check =
                    "that status sends the provider's inquiry and nothing else, also for a payment"
                            + " that is open.")
    public final void sta02_askingChangesNothing() {
        Truths truths = new Truths(bench());
        for (Way way : bench().ways()) {
            onlyAsks("a paid payment by " + way, truths.paid(way, PRICE));
            truths.open(way, PRICE)
                    .ifPresent(open -> onlyAsks("an open payment by " + way, open.payment()));
            onlyAsks("a payment by " + way + " never sent", bench().payment(way, PRICE));
        }
    }

    private void onlyAsks(String about, Payment payment) {
        Money before = bench().charged(payment);
        long cash = cash(payment);
        bench().mark();
        for (int i = 0; i < QUESTIONS; i++) {
            Tried unused = Tried.of(() -> bench().status(payment));
        }
        String situation = "asking " + QUESTIONS + " times about " + about;
        for (Operation operation : Operation.values()) {
            if (operation.changesState()) {
                expectRequests(bench(), situation, operation, 0);
            }
        }
        expect(
                bench().charged(payment).equals(before) && cash(payment) == cash,
                situation + ": no money moves",
                bench().charged(payment) + " charged, " + cash(payment) + " in the wallet");
    }

    private long cash(Payment payment) {
        return bench().provider.wallet(payment.wallet(), payment.customer().phone()).cash();
    }

    @Rule(
            id = "STA-03",
            needs = Need.PAY,
            demands =
                    "A payment that never arrived is NOT_FOUND, and final only when core says so;"
                            + " one that is paid late is PAID, whatever was said before.",
            why =
                    "A charge whose answer was lost may still be on its way: declined too early,"
                            + " the customer pays twice. And what is paid after all must be found,"
                            + " or the customer gets nothing for it.",
            check =
                    "that the provider's \"no such payment\" gives NotFound and nothing else, and"
                            + " that no answer is remembered, not even a final one.")
    public final void sta03_notFoundAndPaidLate() {
        Truths truths = new Truths(bench());
        for (Way way : truths.oneForEachWallet()) {
            Payment never = bench().payment(way, PRICE);
            String about = "status of a payment by " + way + " that was never sent";
            Tried.of(() -> bench().status(never)).expect(about, "NOT_FOUND");
            Optional<Truths.Open> open = truths.open(way, PRICE);
            StatusPolling pace = Truths.pace(bench(), never);
            Instant unused = bench().clock.advance(pace.notFoundIsFinalAfter());
            Tried final_ = Tried.of(() -> bench().status(never));
            final_.expect(about + ", when it can no longer arrive", "DECLINED");
            expect(
                    final_.value().map(StatusRules::neverArrived).orElse(false),
                    about + ", when it can no longer arrive: DECLINED as NEVER_ARRIVED",
                    final_);
            open.ifPresent(waiting -> paidLate(way, waiting.payment()));
        }
    }

    private static boolean neverArrived(Object outcome) {
        return outcome instanceof PaymentOutcome.Declined declined
                && declined.decline().reason() == Decline.Reason.NEVER_ARRIVED;
    }

    private void paidLate(Way way, Payment payment) {
        Tried before = Tried.of(() -> bench().status(payment));
        if (bench().provider.payLate(payment.reference(), payment.customer().phone())) {
            Tried.of(() -> bench().status(payment))
                    .expect(
                            "status of a payment by %s that was %s and is paid late"
                                    .formatted(way, before.word()),
                            "PAID");
        }
    }

    @Rule(
            id = "STA-04",
            needs = Need.PAY,
            demands =
                    "When the provider says that a reference exists already, what it has on record"
                            + " counts: never DECLINED, and never PAID for another amount.",
            why =
                    "A payment is sent again after a crash, or a reference is used twice by"
                            + " mistake. Declined, an order that is paid is cancelled; paid without"
                            + " looking, a small payment buys a big order.",
            check =
                    "the provider's code for a reference that exists: ask for the status, and take"
                            + " amount and state from that answer.")
    public final void sta04_knownReferencesAreAskedAbout() {
        Truths truths = new Truths(bench());
        Money other = Money.idr(99_000);
        for (Way way : truths.oneForEachWallet()) {
            Payment first = truths.paid(way, PRICE);
            Payment again = withAmount(first, other);
            Tried tried = Tried.of(() -> bench().dompet.pay(again));
            String situation =
                    "paying %s by %s under the reference of a payment of %s"
                            .formatted(other, way, PRICE);
            expect(!tried.is("PAID", "DECLINED"), situation + ": neither PAID nor DECLINED", tried);
            Tried asked = Tried.of(() -> bench().status(again));
            expect(
                    !asked.is("DECLINED", "NOT_FOUND"),
                    situation + ", then asking: neither DECLINED nor NOT_FOUND",
                    asked);
            Tried.of(() -> bench().status(first))
                    .expect(situation + ", then asking about the first", "PAID");
            expect(
                    bench().charged(first).equals(PRICE),
                    situation + ": only the first is charged",
                    bench().charged(first));
        }
    }

    private static Payment withAmount(Payment payment, Money amount) {
        return new Payment(
                payment.reference(),
                payment.provider(),
                payment.wallet(),
                payment.kind(),
                amount,
                payment.description(),
                payment.customer(),
                payment.binding(),
                payment.returnUrl(),
                payment.failureUrl(),
                List.of(),
                payment.points(),
                payment.voucher(),
                payment.createdAt());
    }
}
