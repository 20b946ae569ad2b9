package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a simulated provider knows and does, in neutral words: wallets with money in them, links,
 * charges, refunds and tokens. A {@link ProviderDialect} reads a request, asks the books, and
 * writes down what they say. Money moves nowhere else.
 *
 * <p>Links, charges and refunds are values: they show how things stood when they were asked for. To
 * see a change, ask again. References are the merchant's; look for one first, because the books
 * refuse to use it twice:
 *
 * <pre>{@code
 * if (books.findCharge(reference).isPresent()) {
 *     return code("40"); // this reference exists already
 * }
 * Charge charge = books.chargeAtOnce(reference, amount, Payer.linked(link));
 * return switch (charge.state()) {
 *     case PAID -> paid(charge.id(), charge.reference(), charge.amount());
 *     case TOO_LITTLE_MONEY -> code("51");
 *     case LINK_ENDED -> code("12");
 *     default -> code("05");
 * };
 * }</pre>
 *
 * <p>Write answers from what the books return, as above, not from the request: the suite makes the
 * books lie to find out whether a module notices. To compare amounts ask {@link #isFor}, which
 * never lies. Thread-safe; and a dialect is asked one thing at a time, so nothing happens between a
 * question and the next.
 */
public final class Books {
    /** Who pays on a page that no request named a customer for. */
    public static final PhoneNumber PASSER_BY = PhoneNumber.of("081200000001");

    private final BookState state;
    private final Transcript transcript;
    private final Told told;

    Books(BookState state, Transcript transcript, Told told) {
        this.state = state;
        this.transcript = transcript;
        this.told = told;
    }

    // Links

    /**
     * A customer's wallet is to be linked; the customer has yet to agree on {@link Link#page()}.
     *
     * @param reference the merchant's, of this attempt
     * @param returnUrl where the customer's browser goes afterwards; {@link
     *     ProviderDialect#returned(Link)} says with which parameters
     */
    public Link startLink(String reference, Wallet wallet, PhoneNumber phone, String returnUrl) {
        return startLink(reference, wallet, phone, returnUrl, Map.of());
    }

    /**
     * The same for a provider that repeats something of the request later.
     *
     * @param remembered comes back as {@link Link#remembered()}, e.g. an OAuth {@code state} for
     *     {@link ProviderDialect#returned(Link)}
     */
    public Link startLink(
            String reference,
            Wallet wallet,
            PhoneNumber phone,
            String returnUrl,
            Map<String, String> remembered) {
        return ask(() -> state.links.start(reference, wallet, phone, returnUrl, remembered));
    }

    /** The newest link of an attempt, however far it is. */
    public Optional<Link> findLink(String reference) {
        return ask(() -> state.links.byReference(reference));
    }

    /** The link of a {@link Link#ticket()}; empty if the customer has not agreed. */
    public Optional<Link> findLinkByTicket(String ticket) {
        return ask(() -> state.links.byTicket(ticket));
    }

    /** The link of a {@link Link#credential()}, ended or not; empty if nobody ever agreed. */
    public Optional<Link> findLinkByCredential(String credential) {
        return ask(() -> state.links.byCredential(credential));
    }

    /** Ends a link; false if it was not in force. */
    public boolean unlink(Link link) {
        return ask(() -> state.unlink(link));
    }

    // What a wallet holds

    /** The money in a linked wallet. */
    public Money cash(Link link) {
        return ask(() -> state.cash(link));
    }

    /** The points in a linked wallet. */
    public long points(Link link) {
        return ask(() -> state.wallets.of(link.wallet(), link.phone()).points);
    }

    // Charges

    /** Charges without asking the customer: paid, or refused, when this returns. */
    public Charge chargeAtOnce(String reference, Money amount, Payer payer) {
        return tell(
                () -> {
                    Charge open = state.charges.open(reference, amount, payer, false, "");
                    return state.charges.pay(open.reference());
                });
    }

    /**
     * Charges as soon as the customer agrees on {@link Charge#page()}.
     *
     * @param returnUrl where the customer's browser goes afterwards; {@link
     *     ProviderDialect#returned(Charge)} says with which parameters
     */
    public Charge chargeOnPage(String reference, Money amount, Payer payer, String returnUrl) {
        return tell(() -> state.charges.open(reference, amount, payer, true, returnUrl));
    }

    /** Charges as soon as the customer agrees in the wallet's own app. */
    public Charge chargeInApp(String reference, Money amount, Payer payer) {
        return tell(() -> state.charges.open(reference, amount, payer, false, ""));
    }

    /** The charge with the merchant's reference, as it stands now. */
    public Optional<Charge> findCharge(String reference) {
        return tellAny(() -> state.charges.find(reference));
    }

    /** The charge with the provider's {@link Charge#id()}, as it stands now. */
    public Optional<Charge> findChargeById(String id) {
        return tellAny(() -> state.charges.byId(id));
    }

    /** Whether a charge is about exactly this much: true to the books, whatever lie is on. */
    public boolean isFor(Charge charge, Money amount) {
        return ask(() -> charge.amount().equals(amount));
    }

    /** Cancels an open charge; one that is not open stays as it is. */
    public Charge cancel(Charge charge) {
        return tell(() -> state.charges.decline(charge.reference()));
    }

    // Refunds

    /**
     * Gives money of a charge back, or says why not. Refusals are not kept.
     *
     * @param reference the merchant's own for this refund
     */
    public RefundEntry giveBack(String reference, Charge charge, Money amount) {
        return ask(() -> state.charges.giveBack(reference, charge, amount), told::refund);
    }

    /** The refund with this reference of the merchant's. */
    public Optional<RefundEntry> findRefund(String reference) {
        return ask(() -> state.charges.refund(reference), found -> found.map(told::refund));
    }

    // Tokens and other secrets

    /**
     * A new token.
     *
     * @param subject whom it is for, in the dialect's own words, for example {@code merchant} or a
     *     link's credential
     * @param life how long it is taken
     */
    public String issueToken(String subject, Duration life) {
        return ask(() -> state.tokens.issue(subject, life));
    }

    /** Whom a token is for; empty if it was never issued, has expired, or was revoked. */
    public Optional<String> tokenSubject(String token) {
        return ask(() -> state.tokens.subject(token));
    }

    /** A new random text that must not be printed by anybody, 32 letters and digits. */
    public String secret() {
        return ask(state.secrets::next);
    }

    /** A new random number of the provider's own, 16 digits; nothing to hide. */
    public String id() {
        return ask(state.secrets::id);
    }

    private Charge tell(Supplier<Charge> action) {
        return ask(action, told::charge);
    }

    private Optional<Charge> tellAny(Supplier<Optional<Charge>> action) {
        return ask(action, found -> found.map(told::charge));
    }

    private <T> T ask(Supplier<T> action) {
        return ask(action, UnaryOperator.identity());
    }

    private <T> T ask(Supplier<T> action, UnaryOperator<T> telling) {
        synchronized (state) {
            return telling.apply(transcript.of(action));
        }
    }
}
