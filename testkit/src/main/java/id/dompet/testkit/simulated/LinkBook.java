package id.dompet.testkit.simulated;

import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every link, by its credential. Not thread-safe. */
final class LinkBook {
    private final SimulatorSetup setup;
    private final Duration window;
    private final Secrets secrets;
    private final Function<String, URI> pages;
    private final Map<String, Link> links = new LinkedHashMap<>();

    /**
     * @param window how long a customer has to decide
     * @param pages the address of a page, given its ticket
     */
    LinkBook(SimulatorSetup setup, Duration window, Secrets secrets, Function<String, URI> pages) {
        this.setup = setup;
        this.window = window;
        this.secrets = secrets;
        this.pages = pages;
    }

    Link start(
            String reference,
            Wallet wallet,
            PhoneNumber phone,
            String returnUrl,
            Map<String, String> remembered) {
        Link link =
                new Link(
                        reference,
                        wallet,
                        phone,
                        returnUrl,
                        pages.apply(secrets.next()),
                        secrets.next(),
                        secrets.next(),
                        Link.State.OPEN,
                        now().plus(window),
                        remembered);
        links.put(link.credential(), link);
        return link;
    }

    /** The newest link of this attempt. */
    Optional<Link> byReference(String reference) {
        return newest(link -> link.reference().equals(reference));
    }

    Optional<Link> byTicket(String ticket) {
        return newest(link -> link.ticket().equals(ticket)).filter(LinkBook::wasConfirmed);
    }

    Optional<Link> byCredential(String credential) {
        return known(credential).filter(LinkBook::wasConfirmed);
    }

    Optional<Link> byPage(String pageTicket) {
        URI page = pages.apply(pageTicket);
        return newest(link -> link.page().equals(page));
    }

    /** A link that was confirmed, or is open, in its new state; unchanged otherwise. */
    Link move(Link link, Link.State from, Link.State to) {
        Link current = known(link.credential()).orElseThrow();
        if (current.state() != from) {
            return current;
        }
        Link moved = current.in(to);
        links.put(moved.credential(), moved);
        return moved;
    }

    /** Another person than asked for agrees to an open link. */
    void agreedBy(Link link, PhoneNumber phone) {
        links.computeIfPresent(link.credential(), (key, known) -> known.of(phone));
    }

    void endAllOf(Wallet wallet, PhoneNumber owner) {
        List.copyOf(links.values()).stream()
                .filter(link -> link.wallet().equals(wallet) && link.phone().equals(owner))
                .forEach(link -> move(link, Link.State.CONFIRMED, Link.State.ENDED));
    }

    private Optional<Link> newest(Predicate<Link> which) {
        List<Link> found = new ArrayList<>(links.values());
        found.removeIf(which.negate());
        return found.isEmpty() ? Optional.empty() : known(found.get(found.size() - 1).credential());
    }

    private Optional<Link> known(String credential) {
        Link link = links.get(credential);
        if (link != null && link.state() == Link.State.OPEN && !now().isBefore(link.expiresAt())) {
            link = link.in(Link.State.EXPIRED);
            links.put(credential, link);
        }
        return Optional.ofNullable(link);
    }

    private static boolean wasConfirmed(Link link) {
        return link.state() == Link.State.CONFIRMED || link.state() == Link.State.ENDED;
    }

    private Instant now() {
        return setup.clock().instant();
    }
}
