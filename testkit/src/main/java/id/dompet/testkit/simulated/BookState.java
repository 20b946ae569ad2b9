package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Everything the books hold, behind one lock: the object itself. Who holds it may use the parts;
 * {@link Books} takes it for each question, {@link DialectSimulator} for a whole request.
 */
final class BookState {
    final Secrets secrets = new Secrets();
    final WalletBook wallets = new WalletBook();
    final TokenBook tokens;
    final LinkBook links;
    final ChargeBook charges;

    /**
     * @param window how long a customer has to decide
     * @param pages the address of a page, given its ticket
     */
    BookState(SimulatorSetup setup, Duration window, Function<String, URI> pages) {
        tokens = new TokenBook(setup, secrets);
        links = new LinkBook(setup, window, secrets, pages);
        charges = new ChargeBook(setup, window, secrets, pages, wallets, links);
    }

    /** Books that tell the truth and act. */
    Books open() {
        return open(new Transcript());
    }

    /** The same, written down. */
    Books open(Transcript transcript) {
        return new Books(this, transcript, Told.truly());
    }

    boolean unlink(Link link) {
        boolean inForce =
                links.byCredential(link.credential()).filter(Link::isConfirmed).isPresent();
        Link unused = links.move(link, Link.State.CONFIRMED, Link.State.ENDED);
        return inForce;
    }

    Money cash(Link link) {
        BigDecimal cash = wallets.of(link.wallet(), link.phone()).cash;
        return new Money(cash, Money.idr(0).currency());
    }

    /** A customer's own view of a wallet. */
    SimulatedWallet wallet(Wallet wallet, PhoneNumber owner) {
        BookState lock = this;
        WalletBook.Purse purse = wallets.of(wallet, owner);
        return new SimulatedWallet() {
            @Override
            public void cash(long rupiah) {
                synchronized (lock) {
                    purse.cash = BigDecimal.valueOf(rupiah);
                }
            }

            @Override
            public long cash() {
                synchronized (lock) {
                    return purse.cash.setScale(0, RoundingMode.DOWN).longValueExact();
                }
            }

            @Override
            public void points(long points) {
                synchronized (lock) {
                    purse.points = points;
                }
            }

            @Override
            public void unlinkInApp() {
                synchronized (lock) {
                    links.endAllOf(wallet, owner);
                }
            }
        };
    }
}
