package id.dompet.benchmarks.start;

import id.dompet.Dompet;
import id.dompet.benchmarks.Keys;
import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.server.Answers;
import id.dompet.model.PaymentOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a facade, charges once, and says how many milliseconds that took. */
public final class FirstAnswer {
    private FirstAnswer() {}

    /**
     * Charges.
     *
     * @param args the server's address; the files with the private and the public key
     */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        Keys keys =
                new Keys(Files.readString(Path.of(args[1])), Files.readString(Path.of(args[2])));
        try (Dompet dompet = new Shop(keys).open(URI.create(args[0]), Optional.empty())) {
            PaymentOutcome outcome =
                    dompet.pay(Shop.payment(Shop.DOKU, Answers.ORDER, Answers.AMOUNT));
            double millis = (System.nanoTime() - start) / 1e6;
            if (!(outcome instanceof PaymentOutcome.AwaitingCustomer)) {
                throw new IllegalStateException("the charge ended as " + outcome);
            }
            System.out.println(millis);
        }
    }
}
