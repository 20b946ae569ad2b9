package id.dompet.ledger.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's own books. It is not idempotent and looks at nothing: whoever asks twice is
 * charged twice, and is given back twice, more than was paid included.
 */
final class Provider {
    /** How a charge stands there. */
    enum State {
        OPEN,
        PENDING,
        PAID,
        DECLINED
    }

    /** One charge. */
    static final class Charge {
        final String reference;
        final String amount;
        final String credential;
        final Instant listedFrom;
        State state;

        Charge(
                String reference,
                String amount,
                String credential,
                Instant listedFrom,
                State state) {
            this.reference = reference;
            this.amount = amount;
            this.credential = credential;
            this.listedFrom = listedFrom;
            this.state = state;
        }
    }

    /** How money that goes back stands there. */
    enum Back {
        PROCESSING,
        DONE,
        DECLINED
    }

    /** Money that goes back. */
    static final class GivenBack {
        final String reference;
        final String payment;
        final String amount;
        final Instant listedFrom;
        Back state;

        GivenBack(String reference, String payment, String amount, Instant listedFrom, Back state) {
            this.reference = reference;
            this.payment = payment;
            this.amount = amount;
            this.listedFrom = listedFrom;
            this.state = state;
        }
    }

    private final Map<String, List<Charge>> charges = new HashMap<>();
    private final List<GivenBack> givenBack = new ArrayList<>();

    void charge(Charge charge) {
        charges.computeIfAbsent(charge.reference, unused -> new ArrayList<>()).add(charge);
    }

    List<Charge> of(String reference) {
        return charges.getOrDefault(reference, List.of());
    }

    /** What a question is answered with: nothing while the first charge is not listed yet. */
    Optional<Charge> listed(String reference, Instant at) {
        return of(reference).stream().findFirst().filter(c -> !c.listedFrom.isAfter(at));
    }

    boolean isOpen(String reference) {
        return of(reference).stream()
                .anyMatch(c -> c.state == State.OPEN || c.state == State.PENDING);
    }

    void giveBack(GivenBack money) {
        givenBack.add(money);
    }

    /** Everything that went back, or may, or was refused. */
    List<GivenBack> givenBack() {
        return givenBack;
    }

    List<GivenBack> givenBackFor(String refund) {
        List<GivenBack> found = new ArrayList<>(1);
        for (GivenBack money : givenBack) {
            if (money.reference.equals(refund)) {
                found.add(money);
            }
        }
        return found;
    }

    boolean hasPaid(String reference) {
        return of(reference).stream().anyMatch(charge -> charge.state == State.PAID);
    }
}
