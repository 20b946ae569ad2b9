package id.dompet.sandbox.soak;

import id.dompet.Dompet;
import id.dompet.ledger.Durability;
import id.dompet.ledger.LedgerHandler;
import id.dompet.model.Decline;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.PaymentOutcome;
import id.dompet.sandbox.soak.worker.Fittings;
import id.dompet.sandbox.soak.worker.Worker;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Workers with one part that is wrong, each a program of its own. */
final class BrokenWorkers {
    private BrokenWorkers() {}

    /** Leaves H2 as it comes, which writes committed rows half a second later. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] args) throws IOException {
            Worker.run(
                    args,
                    new Fittings() {
                        @Override
                        public Durability durability() {
                            return Durability.NOTHING;
                        }
                    });
        }
    }

    /** Charges again, under another reference, when nobody can say what became of a charge. */
    static final class Hasty {
        private Hasty() {}

        public static void main(String[] args) throws IOException {
            Worker.run(args, charging(Hasty::payTwice));
        }

        private static PaymentOutcome payTwice(
                Dompet real, Payment payment, List<? extends PaymentOption> options) {
            PaymentOutcome first = real.pay(payment, options);
            return first.state() == PaymentOutcome.State.UNKNOWN
                    ? real.pay(renamed(payment), options)
                    : first;
        }

        private static Payment renamed(Payment payment) {
            return new Payment(
                    payment.reference() + ".again",
                    payment.provider(),
                    payment.wallet(),
                    payment.kind(),
                    payment.amount(),
                    payment.description(),
                    payment.customer(),
                    payment.binding(),
                    payment.returnUrl(),
                    payment.failureUrl(),
                    payment.items(),
                    payment.points(),
                    payment.voucher(),
                    payment.createdAt());
        }
    }

    /** Takes a lost answer for a no. */
    static final class Pessimist {
        private Pessimist() {}

        public static void main(String[] args) throws IOException {
            Worker.run(
                    args,
                    charging(
                            (real, payment, options) -> {
                                PaymentOutcome outcome = real.pay(payment, options);
                                return outcome.state() == PaymentOutcome.State.UNKNOWN
                                        ? new PaymentOutcome.Declined(
                                                Decline.of(Decline.Reason.OTHER, "no answer"))
                                        : outcome;
                            }));
        }
    }

    /** Believes what notifications say where their signature does not cover it. */
    static final class Credulous {
        private Credulous() {}

        public static void main(String[] args) throws IOException {
            Worker.run(
                    args,
                    new Fittings() {
                        @Override
                        public Dompet dompet(Dompet real) {
                            return new DelegatingDompet(real) {
                                @Override
                                public PaymentOutcome confirm(
                                        Payment payment,
                                        Notification.Event.PaymentReported reported) {
                                    return new PaymentOutcome.Paid(
                                            Optional.empty(), payment.amount(), Instant.now());
                                }
                            };
                        }
                    });
        }
    }

    /** A handler that says it has taken what it has not. */
    static final class Careless {
        private Careless() {}

        public static void main(String[] args) throws IOException {
            Worker.run(
                    args,
                    new Fittings() {
                        @Override
                        public LedgerHandler handler(LedgerHandler real) {
                            return event -> {
                                if (event.state().isOpen()) {
                                    real.handle(event);
                                }
                            };
                        }
                    });
        }
    }

    /** How to charge. */
    private interface Charging {
        PaymentOutcome pay(Dompet real, Payment payment, List<? extends PaymentOption> options);
    }

    private static Fittings charging(Charging how) {
        return new Fittings() {
            @Override
            public Dompet dompet(Dompet real) {
                return new DelegatingDompet(real) {
                    @Override
                    public PaymentOutcome pay(
                            Payment payment, List<? extends PaymentOption> options) {
                        return how.pay(real, payment, options);
                    }
                };
            }
        };
    }
}
