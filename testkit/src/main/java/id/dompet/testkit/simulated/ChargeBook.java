package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every charge and refund, and the only place where money moves. Not thread-safe. */
final class ChargeBook {
    private final SimulatorSetup setup;
    private final Duration window;
    private final Secrets secrets;
    private final Function<String, URI> pages;
    private final WalletBook wallets;
    private final LinkBook links;
    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Map<String, RefundEntry> refunds = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    /**
     * @param window how long a customer has to decide
     * @param pages the address of a page, given its ticket
     */
    ChargeBook(
            SimulatorSetup setup,
            Duration window,
            Secrets secrets,
            Function<String, URI> pages,
            WalletBook wallets,
            LinkBook links) {
        this.setup = setup;
        this.window = window;
        this.secrets = secrets;
        this.pages = pages;
        this.wallets = wallets;
        this.links = links;
    }

    /** A new charge, refused at once where it could never be paid. */
    Charge open(String reference, Money amount, Payer payer, boolean onPage, String returnUrl) {
        if (charges.containsKey(reference)) {
            throw new IllegalStateException(
                    "a charge with reference %s is in the books already: ask findCharge first"
                            .formatted(reference));
        }
        Charge charge =
                new Charge(
                        secrets.id(),
                        reference,
                        payer,
                        amount,
                        onPage ? Optional.of(pages.apply(secrets.next())) : Optional.empty(),
                        returnUrl,
                        isLinkUsable(payer) ? Charge.State.OPEN : Charge.State.LINK_ENDED,
                        new Money(BigDecimal.ZERO, amount.currency()),
                        setup.clock().instant().plus(window));
        return keep(charge);
    }

    Optional<Charge> find(String reference) {
        return Optional.ofNullable(charges.get(reference)).map(this::current);
    }

    Optional<Charge> byId(String id) {
        return charges.values().stream()
                .filter(charge -> charge.id().equals(id))
                .findFirst()
                .map(this::current);
    }

    Optional<Charge> byPage(String pageTicket) {
        Optional<URI> page = Optional.of(pages.apply(pageTicket));
        return charges.values().stream()
                .filter(charge -> charge.page().equals(page))
                .findFirst()
                .map(this::current);
    }

    /** The customer agreed to an open charge; one that is not open stays as it is. */
    Charge pay(String reference) {
        Charge charge = find(reference).orElseThrow();
        if (charge.state() != Charge.State.OPEN) {
            return charge;
        }
        if (!isLinkUsable(charge.payer())) {
            return keep(charge.in(Charge.State.LINK_ENDED));
        }
        return take(charge) ? find(reference).orElseThrow() : keep(broke(charge));
    }

    /** The money moves whatever was decided before; false if it cannot. */
    boolean payLate(String reference) {
        return find(reference).filter(charge -> !charge.wasPaid()).map(this::take).orElse(false);
    }

    Charge decline(String reference) {
        Charge charge = find(reference).orElseThrow();
        return charge.state() == Charge.State.OPEN
                ? keep(charge.in(Charge.State.DECLINED))
                : charge;
    }

    /** This customer pays, where nobody was named. */
    void payer(String reference, PhoneNumber phone) {
        find(reference)
                .filter(charge -> charge.payer().phone().isEmpty() && !charge.wasPaid())
                .map(charge -> charge.from(charge.payer().named(phone)))
                .ifPresent(charge -> charges.put(reference, charge));
    }

    RefundEntry giveBack(String reference, Charge of, Money amount) {
        if (refunds.containsKey(reference)) {
            throw new IllegalStateException(
                    "a refund with reference %s is in the books already: ask findRefund first"
                            .formatted(reference));
        }
        Charge charge = byId(of.id()).orElseThrow();
        RefundEntry entry =
                new RefundEntry(
                        secrets.id(),
                        reference,
                        charge.reference(),
                        amount,
                        refusal(charge, amount).orElse(RefundEntry.State.DONE));
        if (entry.state() == RefundEntry.State.DONE) {
            BigDecimal sum = charge.givenBack().amount().add(amount.amount());
            Charge unused = keep(charge.withGivenBack(new Money(sum, amount.currency())));
            wallets.of(charge.wallet(), phone(charge)).put(amount);
            movements.add(new Movement(charge.reference(), amount, true, phone(charge)));
            refunds.put(reference, entry);
        }
        return entry;
    }

    Optional<RefundEntry> refund(String reference) {
        return Optional.ofNullable(refunds.get(reference));
    }

    List<Movement> movements() {
        return List.copyOf(movements);
    }

    private static Optional<RefundEntry.State> refusal(Charge charge, Money amount) {
        if (!charge.wasPaid()) {
            return Optional.of(RefundEntry.State.NOT_PAID);
        }
        BigDecimal left = charge.amount().amount().subtract(charge.givenBack().amount());
        boolean fits =
                amount.currency().equals(charge.amount().currency())
                        && amount.amount().signum() > 0
                        && amount.amount().compareTo(left) <= 0;
        return fits ? Optional.empty() : Optional.of(RefundEntry.State.TOO_MUCH);
    }

    private boolean take(Charge charge) {
        if (!wallets.of(charge.wallet(), phone(charge))
                .take(charge.amount(), charge.payer().points())) {
            return false;
        }
        movements.add(new Movement(charge.reference(), charge.amount(), false, phone(charge)));
        Charge unused = keep(charge.in(Charge.State.PAID));
        return true;
    }

    private static Charge broke(Charge charge) {
        return charge.in(Charge.State.TOO_LITTLE_MONEY);
    }

    private boolean isLinkUsable(Payer payer) {
        return payer.credential()
                .map(code -> links.byCredential(code).filter(Link::isConfirmed).isPresent())
                .orElse(true);
    }

    private Charge current(Charge charge) {
        boolean over = !setup.clock().instant().isBefore(charge.expiresAt());
        return charge.state() == Charge.State.OPEN && over
                ? keep(charge.in(Charge.State.EXPIRED))
                : charge;
    }

    private Charge keep(Charge charge) {
        charges.put(charge.reference(), charge);
        return charge;
    }

    private static PhoneNumber phone(Charge charge) {
        return charge.payer().phone().orElse(Books.PASSER_BY);
    }
}
