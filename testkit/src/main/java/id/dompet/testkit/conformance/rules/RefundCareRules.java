package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;

/** RFD: a reference that is not new. */
abstract class RefundCareRules extends RefundRules {
    private static final Money FIRST = Money.idr(1_000);
    private static final Money SECOND = Money.idr(2_000);

    @Rule(
            id = "RFD-40",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "\"This refund exists already\" is no success: asked about, it is the refund"
                            + " that exists, and not this one.",
            why =
                    "Two programs that count refunds come to the same number. The second refund is"
                            + " reported as given back, and its customer never sees the money.",
            check =
                    "the provider's code for a refund reference that exists: ask refundStatus, and"
                            + " compare the payment and the amount in its answer.")
    public final void rfd40_anExistingRefundIsNotThisOne() {
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            boolean parts = refunding.takesParts();
            Payment first = new Truths(bench()).paid(way, PRICE);
            Payment second = new Truths(bench()).paid(way, Money.idr(27_000));
            Refund there = refunding.of(first, parts ? FIRST : first.amount());
            Tried.of(() -> bench().dompet.refund(there))
                    .expect("a refund by " + way + " to start from", "REFUNDED", "PROCESSING");
            Refund same =
                    new Refund(
                            there.reference(),
                            second,
                            parts ? SECOND : second.amount(),
                            there.reason(),
                            there.createdAt());
            Tried tried = Tried.of(() -> bench().dompet.refund(same));
            // Some providers keep references of refunds apart for each payment.
            boolean moved = refunding.times(second) > 0;
            expect(
                    moved || !tried.is("REFUNDED"),
                    "refund of a payment by %s under the reference of another payment's refund, which exists already: not REFUNDED, for nothing went back"
                            .formatted(way),
                    tried);
        }
    }
}
