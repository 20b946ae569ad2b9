package id.dompet.testkit.scripted;

import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.TopUpInstruction;
import id.dompet.testkit.AdjustableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the provider knows. Everything is read and changed under one lock, at one time. */
final class Books {
    private static final long WELL_FILLED = 1_000_000;

    final PaymentBook payments;
    final RefundBook refunds;
    final LinkBook links;
    Money cash = Money.idr(WELL_FILLED);
    Optional<Money> points = Optional.empty();
    List<TopUpInstruction> topUps =
            List.of(new TopUpInstruction("ATM", Optional.empty(), "https://scripted.example/atm"));

    private final AdjustableClock clock;

    Books(ProviderId id, AdjustableClock clock) {
        this.clock = clock;
        payments = new PaymentBook(id.value());
        refunds = new RefundBook(id.value(), payments);
        links = new LinkBook(id);
    }

    /** Lets happen what is due by now, and then does this. */
    synchronized <T> T at(Function<Instant, T> now) {
        Instant instant = clock.instant();
        payments.settle(instant);
        refunds.settle(instant);
        return now.apply(instant);
    }
}
