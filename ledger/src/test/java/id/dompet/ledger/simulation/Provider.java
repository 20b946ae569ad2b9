package id.dompet.ledger.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider's own books. It is not idempotent: whoever asks twice is charged twice. */
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
        State state;

        Charge(String reference, String amount, String credential, State state) {
            this.reference = reference;
            this.amount = amount;
            this.credential = credential;
            this.state = state;
        }
    }

    private final Map<String, List<Charge>> charges = new LinkedHashMap<>();

    Charge charge(String reference, String amount, String credential, State state) {
        Charge charge = new Charge(reference, amount, credential, state);
        charges.computeIfAbsent(reference, unused -> new ArrayList<>()).add(charge);
        return charge;
    }

    List<Charge> of(String reference) {
        return charges.getOrDefault(reference, List.of());
    }

    Optional<Charge> first(String reference) {
        return of(reference).stream().findFirst();
    }

    long timesPaid(String reference) {
        return of(reference).stream().filter(charge -> charge.state == State.PAID).count();
    }

    boolean isOpen(String reference) {
        return of(reference).stream()
                .anyMatch(c -> c.state == State.OPEN || c.state == State.PENDING);
    }

    List<String> references() {
        return List.copyOf(charges.keySet());
    }
}
