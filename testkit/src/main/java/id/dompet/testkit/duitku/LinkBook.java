package id.dompet.testkit.duitku;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All link attempts and links. Thread-safe: what an attempt or link becomes is decided here. */
final class LinkBook {

    private final DuitkuSettings settings;
    private final Clock clock;
    private final Tokens tokens;
    private final Map<String, LinkAttempt> attempts = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();

    LinkBook(DuitkuSettings settings, Tokens tokens) {
        this.settings = settings;
        this.clock = settings.clock();
        this.tokens = tokens;
    }

    synchronized LinkAttempt open(Wallet wallet, String customerUniqueId, String returnUrl) {
        LinkAttempt attempt =
                new LinkAttempt(
                        tokens.ticket(),
                        wallet,
                        customerUniqueId,
                        returnUrl,
                        clock.instant().plus(settings.linkPageLifetime()));
        attempts.put(attempt.ticket(), attempt);
        return attempt;
    }

    /** Runs {@code action} on an attempt that can still be used; empty when it cannot. */
    synchronized <T> Optional<T> withOpen(String ticket, Function<LinkAttempt, T> action) {
        return Optional.ofNullable(attempts.get(ticket))
                .filter(attempt -> attempt.isOpen(clock.instant()))
                .map(action);
    }

    /** The attempt of a page, open or not. */
    synchronized Optional<LinkAttempt> ofPage(String ticket) {
        return Optional.ofNullable(attempts.get(ticket));
    }

    /** The customer agreed. Links the same customer had to the wallet are replaced. */
    synchronized Link complete(LinkAttempt attempt) {
        if (settings.relinkRevokes()) {
            links.values().stream()
                    .filter(link -> link.wallet() == attempt.wallet())
                    .filter(link -> link.customerUniqueId().equals(attempt.customerUniqueId()))
                    .forEach(Link::end);
        }
        Link link = new Link(tokens.credentialCode(), attempt.wallet(), attempt.customerUniqueId());
        links.put(link.credentialCode(), link);
        return link;
    }

    synchronized Optional<Link> find(Channel channel, String credentialCode) {
        return Optional.ofNullable(links.get(credentialCode))
                .filter(link -> link.wallet().channel() == channel);
    }

    synchronized Optional<Link> findActive(Channel channel, String credentialCode) {
        return find(channel, credentialCode).filter(Link::isActive);
    }

    /** Ends a link; false when there is none to end. */
    synchronized boolean end(Channel channel, String credentialCode) {
        Optional<Link> link = findActive(channel, credentialCode);
        link.ifPresent(Link::end);
        return link.isPresent();
    }

    synchronized void endAllOf(Wallet wallet) {
        links.values().stream().filter(link -> link.wallet() == wallet).forEach(Link::end);
    }

    /** Every link, oldest first. */
    synchronized List<DuitkuLink> all() {
        return links.values().stream()
                .map(
                        link ->
                                new DuitkuLink(
                                        link.wallet().channel(),
                                        link.wallet().phoneNumber(),
                                        link.customerUniqueId(),
                                        link.isActive()))
                .toList();
    }

    /** The credential codes of a wallet that are in force. */
    synchronized List<String> activeCodes(Wallet wallet) {
        return links.values().stream()
                .filter(link -> link.wallet() == wallet && link.isActive())
                .map(Link::credentialCode)
                .toList();
    }
}
