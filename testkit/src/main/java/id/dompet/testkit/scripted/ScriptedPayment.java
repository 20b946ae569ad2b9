package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.testkit.scripted.Movement.Kind;
import id.dompet.testkit.scripted.PaymentScript.Stage;
import java.util.List;
import java.util.Optional;

/**
 * One payment as the provider sees it: to make something happen to it now, and to find out what
 * really happened. The methods that change it throw {@link IllegalStateException} if it was never
 * sent, or has ended in another way already.
 */
public final class ScriptedPayment {
    private final String reference;
    private final Books books;

    ScriptedPayment(String reference, Books books) {
        this.reference = reference;
        this.books = books;
    }

    /** The money moves now; also late, when everybody had given it up. */
    public void becomesPaid() {
        become(Stage.PAID, Optional.empty());
    }

    /** It ends now, and no money moves. */
    public void becomesDeclined(Decline.Reason reason) {
        become(Stage.DECLINED, Optional.of(PaymentScript.decline(reason)));
    }

    /** It was paid, and all of it goes back now. */
    public void becomesReversed() {
        become(Stage.REVERSED, Optional.empty());
    }

    private void become(Stage stage, Optional<Decline> decline) {
        books.at(
                now -> {
                    books.payments.course(reference).become(stage, decline, now);
                    return true;
                });
    }

    /** How often the merchant's program sent it, lost requests included. */
    public int timesSent() {
        return books.at(now -> books.payments.timesSent(reference));
    }

    /** Every movement of its money, oldest first. */
    public List<Movement> movements() {
        return books.at(
                now ->
                        books.payments.movements().stream()
                                .filter(m -> m.paymentReference().equals(reference))
                                .toList());
    }

    /** What the customer has paid and not been given back; empty if nothing was ever charged. */
    public Optional<Money> charged() {
        return books.at(now -> books.payments.left(reference));
    }

    /** Fails unless it was sent once and charged once, with this amount. */
    public void assertChargedOnce(Money amount) {
        List<Movement> charges =
                movements().stream().filter(m -> m.kind() == Kind.CHARGED).toList();
        if (timesSent() != 1 || charges.size() != 1 || !charges.get(0).amount().equals(amount)) {
            throw new AssertionError(
                    "payment %s should have been sent once and charged once with %s, but was %s"
                            .formatted(reference, amount, story()));
        }
    }

    /** Fails if it was ever charged. */
    public void assertNotCharged() {
        if (movements().stream().anyMatch(m -> m.kind() == Kind.CHARGED)) {
            throw new AssertionError(
                    "payment %s should not have been charged, but was %s"
                            .formatted(reference, story()));
        }
    }

    private String story() {
        return "sent %d time(s), with these movements: %s".formatted(timesSent(), movements());
    }

    @Override
    public String toString() {
        return "ScriptedPayment[" + reference + ", " + story() + "]";
    }
}
