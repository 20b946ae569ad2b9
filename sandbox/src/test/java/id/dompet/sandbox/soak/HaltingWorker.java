package id.dompet.sandbox.soak;

import id.dompet.Dompet;
import id.dompet.ledger.LedgerHandler;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.PaymentOutcome;
import id.dompet.sandbox.soak.worker.Fittings;
import id.dompet.sandbox.soak.worker.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A worker that dies at a point which the amount of a payment names, once: no exception, no
 * shutdown hook, nothing is finished, as when the machine's power is cut.
 */
final class HaltingWorker {
    private static final int STATUS = 137;

    private HaltingWorker() {}

    /** Where to die. */
    enum Point {
        /** The payment is written down and not sent. */
        BEFORE_SENDING(1_001),
        /** The provider has answered, and nothing is written down of it. */
        AFTER_ANSWER(1_002),
        /** The payment's new state is written down, and the merchant's handler was not told. */
        BEFORE_DELIVERY(1_003),
        /** The handler was told, and that is not written down. */
        AFTER_DELIVERY(1_004);

        private final long rupiah;

        Point(long rupiah) {
            this.rupiah = rupiah;
        }

        /** From 1, in order. */
        int number() {
            return (int) (rupiah - 1_000);
        }

        long rupiah() {
            return rupiah;
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).resolveSibling("halted");
        Path unused = Files.createDirectories(folder);
        Worker.run(args, fittings(folder));
    }

    private static Fittings fittings(Path folder) {
        return new Fittings() {
            @Override
            public Dompet dompet(Dompet real) {
                return new DelegatingDompet(real) {
                    @Override
                    public PaymentOutcome pay(
                            Payment payment, List<? extends PaymentOption> options) {
                        reached(Point.BEFORE_SENDING, payment, folder);
                        PaymentOutcome outcome = real.pay(payment, options);
                        reached(Point.AFTER_ANSWER, payment, folder);
                        return outcome;
                    }
                };
            }

            @Override
            public LedgerHandler handler(LedgerHandler real) {
                return event -> {
                    reached(Point.BEFORE_DELIVERY, event.payment(), folder);
                    real.handle(event);
                    reached(Point.AFTER_DELIVERY, event.payment(), folder);
                };
            }
        };
    }

    private static void reached(Point point, Payment payment, Path folder) {
        if (payment.amount().amount().longValueExact() != point.rupiah()) {
            return;
        }
        try {
            Path unused = Files.createFile(folder.resolve(point.name()));
        } catch (FileAlreadyExistsException e) {
            // It died here before.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(STATUS);
    }
}
