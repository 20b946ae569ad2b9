package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.scripted.PaymentScript.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What really becomes of one request to pay. Each request has its own: a payment that is sent twice
 * is charged twice, which is what the tests of merchants have to find out. Guarded by {@link
 * Books}.
 */
final class Course {
    private record Planned(Instant at, Stage stage, Optional<Decline> decline) {}

    private final Payment payment;
    private final String providerReference;
    private final URI page;
    private final Money amount;
    private final Vault vault;
    private final Deque<Planned> plan = new ArrayDeque<>();
    private PaymentOutcome now = new PaymentOutcome.NotFound();

    /** Where movements of money are written down. */
    interface Vault {
        void charged(Payment payment, Money amount, Instant at);

        /** Gives back whatever is left of this charge. */
        void reversed(Payment payment, Instant at);
    }

    Course(
            Payment payment,
            String providerReference,
            URI page,
            PaymentScript.Told told,
            Duration customerWindow,
            Instant at,
            Vault vault) {
        this.payment = payment;
        this.providerReference = providerReference;
        this.page = page;
        this.amount = told.otherAmount().orElse(payment.amount());
        this.vault = vault;
        enter(told.first(), told.decline(), at, at.plus(customerWindow));
        for (PaymentScript.Later later : told.later()) {
            plan.addLast(new Planned(at.plus(later.after()), later.stage(), told.decline()));
        }
        if (told.first() == Stage.WAITING_FOR_THE_CUSTOMER) {
            plan.addLast(
                    new Planned(
                            at.plus(customerWindow),
                            Stage.DECLINED,
                            Optional.of(PaymentScript.decline(Decline.Reason.CUSTOMER_TOO_LATE))));
        }
    }

    URI page() {
        return page;
    }

    URI returnUrl() {
        return payment.returnUrl();
    }

    String reference() {
        return payment.reference();
    }

    Money amount() {
        return amount;
    }

    PaymentOutcome now() {
        return now;
    }

    /** Lets everything happen that is due. */
    void settle(Instant clock) {
        while (!plan.isEmpty() && !plan.element().at().isAfter(clock)) {
            Planned due = plan.remove();
            if (canBecome(due.stage())) {
                enter(due.stage(), due.decline(), due.at(), due.at());
            }
        }
    }

    /** Makes it happen now. */
    void become(Stage stage, Optional<Decline> decline, Instant at) {
        if (!canBecome(stage)) {
            throw new IllegalStateException(
                    "payment %s is %s at the provider, and cannot become %s"
                            .formatted(payment.reference(), now.state(), stage));
        }
        enter(stage, decline, at, at);
    }

    private boolean canBecome(Stage stage) {
        return stage == Stage.REVERSED ? now.state() == PaymentOutcome.State.PAID : !now.isFinal();
    }

    /** All of it was refunded, bit by bit. */
    void refunded() {
        now = new PaymentOutcome.Reversed(Optional.of(providerReference), amount);
    }

    private void enter(Stage stage, Optional<Decline> decline, Instant at, Instant until) {
        Optional<String> name = Optional.of(providerReference);
        now =
                switch (stage) {
                    case UNKNOWN_TO_THE_PROVIDER -> new PaymentOutcome.NotFound();
                    case WAITING_FOR_THE_CUSTOMER ->
                            new PaymentOutcome.AwaitingCustomer(page, Optional.of(until), name);
                    case PROCESSING -> new PaymentOutcome.Processing(name);
                    case PAID -> new PaymentOutcome.Paid(name, amount, at);
                    case DECLINED -> new PaymentOutcome.Declined(decline.orElseThrow());
                    case REVERSED -> new PaymentOutcome.Reversed(name, amount);
                };
        if (stage == Stage.PAID) {
            vault.charged(payment, amount, at);
        } else if (stage == Stage.REVERSED) {
            vault.reversed(payment, at);
        }
    }
}
