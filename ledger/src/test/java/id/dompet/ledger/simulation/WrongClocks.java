package id.dompet.ledger.simulation;

import id.dompet.ledger.SimulatedLedgers.Rules;
import id.dompet.ledger.store.PaymentStore;
import java.time.Instant;

/** Designs that believe a clock, or a rule, which is wrong. */
final class WrongClocks {
    private WrongClocks() {}

    static Design rules(String name, Rules rules) {
        return new Design(name) {
            @Override
            Rules rules() {
                return rules;
            }
        };
    }

    static Design oneMiss() {
        return rules("one 'not found' is enough when its time is over", Rules.ONE_MISS_IS_ENOUGH);
    }

    static Design aMinuteApart() {
        return rules("two 'not found' a minute apart are enough", Rules.A_MINUTE_APART);
    }

    static Design instancesClock() {
        return new Design("the clock of whoever asks is believed") {
            @Override
            PaymentStore store(PaymentStore honest, World world, Instance instance) {
                return new DelegatingStore(honest) {
                    @Override
                    public Instant now() {
                        return world.clocks.ofInstance(instance.number);
                    }
                };
            }
        };
    }

    static Design sendsLate() {
        return rules("what took hours to be written down is sent nevertheless", Rules.SENDS_LATE);
    }
}
