package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Violation;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules about charges expect again and again. */
abstract class PaymentExpectations extends TopUpRules {
    private static final Set<UnknownCause> NOT_UNDERSTOOD =
            Set.of(
                    UnknownCause.UNRECOGNISED_CODE,
                    UnknownCause.UNREADABLE_ANSWER,
                    UnknownCause.PROVIDER_FAULT);

    /** Reasons that send the customer away to do something else first. */
    private static final Set<Decline.Reason> NOT_THEIRS =
            Set.of(
                    Decline.Reason.INSUFFICIENT_FUNDS,
                    Decline.Reason.LIMIT_EXCEEDED,
                    Decline.Reason.AMOUNT_NOT_ALLOWED,
                    Decline.Reason.BINDING_INVALID,
                    Decline.Reason.NEVER_ARRIVED);

    /** Fails unless exactly this payment's amount was taken, once, from its payer. */
    final void expectCharged(String situation, Payment payment, Payer payer) {
        List<Movement> moved =
                bench().provider.movements().stream()
                        .filter(movement -> movement.reference().equals(payment.reference()))
                        .toList();
        expect(
                moved.size() == 1,
                situation + ": money is taken exactly once",
                moved.size() + " charges under " + payment.reference());
        expect(
                moved.get(0).amount().equals(payment.amount()) && !moved.get(0).givenBack(),
                situation + ": exactly " + payment.amount() + " is taken",
                moved.get(0).amount());
        expect(
                moved.get(0).payer().equals(payer.customer().phone()),
                situation + ": the money comes from the payer's own wallet",
                "it came from another customer's");
    }

    /** Fails if money was taken. */
    final void expectNothingCharged(String situation, Payment payment) {
        expect(
                bench().timesCharged(payment) == 0,
                situation + ": nothing is charged",
                bench().charged(payment));
    }

    /** Fails unless it is a decline for this reason, with the provider's own code. */
    static void expectDeclinedFor(String situation, Tried tried, Decline.Reason reason) {
        Object outcome = tried.value().orElse("");
        if (!(outcome instanceof PaymentOutcome.Declined declined)) {
            throw new Violation(situation + ": DECLINED", tried.toString());
        }
        expect(
                declined.decline().reason() == reason,
                situation + ": the reason is " + reason,
                declined.decline().reason());
        expect(
                !declined.decline().providerCode().isEmpty(),
                situation + ": the provider's own code is kept in the decline",
                "no code");
    }

    /** Fails unless a decline is the customer's own, with the provider's code. */
    static void expectTheirNo(String situation, Tried tried) {
        if (tried.value().orElse("") instanceof PaymentOutcome.Declined declined) {
            expect(
                    !NOT_THEIRS.contains(declined.decline().reason()),
                    situation + ": the reason is that the customer did not go through with it",
                    declined.decline().reason());
            expect(
                    !declined.decline().providerCode().isEmpty(),
                    situation + ": the provider's own code is kept in the decline",
                    "no code");
        }
    }

    /** Fails if the module broke, as it does when core keeps it from sending once more. */
    static void expectNoSecondTry(String situation, Tried tried) {
        if (tried.value().orElse("") instanceof PaymentOutcome.Unknown unknown) {
            expect(
                    unknown.cause() != UnknownCause.PROVIDER_FAULT,
                    situation
                            + ": the module says what it was answered, and does not try to send"
                            + " again, which core refuses",
                    unknown);
        }
    }

    static void expectNoRefusal(String situation, Tried tried) {
        tried.expect(situation, "PAID", "AWAITING_CUSTOMER", "PROCESSING", "UNKNOWN");
        expectUnderstood(situation, tried);
    }

    /** Fails if a genuine answer was taken for one that no document has. */
    static void expectUnderstood(String situation, Tried tried) {
        if (tried.value().orElse("") instanceof PaymentOutcome.Unknown unknown) {
            expect(
                    !NOT_UNDERSTOOD.contains(unknown.cause()),
                    situation + ": the documented answer is understood",
                    unknown);
        }
    }

    static void expectSameReference(Way way, Tried started, Tried status) {
        Optional<String> first = providerReference(started);
        Optional<String> last = providerReference(status);
        expect(
                first.isEmpty() || last.isEmpty() || first.equals(last),
                way + ": pay and status give the payment the same provider reference",
                first + " and " + last);
    }

    private static Optional<String> providerReference(Tried tried) {
        Object outcome = tried.value().orElse("");
        if (outcome instanceof PaymentOutcome.Paid paid) {
            return paid.providerReference();
        }
        if (outcome instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            return awaiting.providerReference();
        }
        return outcome instanceof PaymentOutcome.Processing processing
                ? processing.providerReference()
                : Optional.empty();
    }
}
