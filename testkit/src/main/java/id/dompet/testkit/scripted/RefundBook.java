package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every refund that arrived. Guarded by {@link Books}. */
final class RefundBook {
    private record Entry(Refund refund, Money amount, Instant end) {}

    private final String name;
    private final PaymentBook payments;
    private final Map<String, RefundOutcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Entry> open = new LinkedHashMap<>();
    private int received;

    RefundBook(String name, PaymentBook payments) {
        this.name = name;
        this.payments = payments;
    }

    void settle(Instant clock) {
        open.values().stream()
                .filter(entry -> !entry.end().isAfter(clock))
                .toList()
                .forEach(
                        entry -> {
                            open.remove(entry.refund().reference());
                            end(entry.refund(), entry.amount(), entry.end());
                        });
    }

    RefundOutcome receive(Refund refund, RefundScript.Told told, Instant at) {
        if (!told.arrives()) {
            return new RefundOutcome.NotFound();
        }
        received++;
        Money amount = told.otherAmount().orElse(refund.amount());
        if (told.decline().isPresent()) {
            put(refund, new RefundOutcome.Declined(told.decline().get()));
        } else if (told.isOpen()) {
            put(refund, new RefundOutcome.Processing(Optional.of(reference())));
            told.endsAfter()
                    .ifPresent(
                            wait ->
                                    open.put(
                                            refund.reference(),
                                            new Entry(refund, amount, at.plus(wait))));
        } else {
            end(refund, amount, at);
        }
        return outcome(refund.reference());
    }

    RefundOutcome outcome(String reference) {
        return outcomes.getOrDefault(reference, new RefundOutcome.NotFound());
    }

    private void end(Refund refund, Money amount, Instant at) {
        String of = refund.payment().reference();
        if (payments.outcome(of).state() != PaymentOutcome.State.PAID) {
            decline(refund, Decline.Reason.NOT_COMPLETED, "the payment is not paid");
        } else if (payments.left(of).filter(left -> left.compareTo(amount) >= 0).isEmpty()) {
            decline(refund, Decline.Reason.AMOUNT_NOT_ALLOWED, "less is left of the payment");
        } else {
            payments.giveBack(refund.payment(), amount, at);
            put(refund, new RefundOutcome.Refunded(reference(), amount, at));
        }
    }

    private void decline(Refund refund, Decline.Reason reason, String words) {
        put(refund, new RefundOutcome.Declined(new Decline(reason, "scripted", words)));
    }

    private void put(Refund refund, RefundOutcome outcome) {
        outcomes.put(refund.reference(), outcome);
    }

    private String reference() {
        return name + "-refund-" + received;
    }
}
