package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A durable front over {@link Dompet} with the same verbs: a payment is written down before it is
 * sent, sent once whoever asks for it and however often, and asked about until it is known what
 * became of it; notifications are applied once; the merchant's handler hears of every change. Any
 * number of instances can share one database. Thread-safe; make one and keep it.
 *
 * <p>An exception means that nothing happened at the provider, as everywhere in this library. While
 * the database cannot be written, nothing is sent. Methods that only read throw {@link
 * id.dompet.ledger.store.StoreException} when it cannot be read.
 */
public final class Ledger implements AutoCloseable {
    private final Dompet dompet;
    private final PaymentStore store;
    private final LinkStore linkStore;
    private final Book book;
    private final Sender sender;
    private final Receiver receiver;
    private final Refunds refunds;
    private final Reconciler reconciler;
    private final Courier courier;
    private final Links links;
    private final Purge purge;
    private final Workers workers;

    Ledger(Parts parts) {
        this.dompet = parts.dompet();
        this.store = parts.payments();
        this.linkStore = parts.links();
        this.book = parts.book();
        Pace pace = parts.pace();
        DeadLinks deadLinks = new DeadLinks(linkStore, book, parts.time());
        Journal journal =
                new Journal(
                        dompet, store, book, parts.transitions(), deadLinks, pace, parts.time());
        this.links = new Links(dompet, linkStore, parts.vault(), parts.time());
        this.sender =
                new Sender(
                        dompet,
                        store,
                        deadLinks,
                        book,
                        journal,
                        parts.transitions(),
                        pace,
                        parts.time());
        this.receiver = new Receiver(dompet, store, book, journal, links);
        RefundBook refundBook = parts.refundBook();
        Reversal reversal = new Reversal(store, parts.refunds(), book, journal);
        this.refunds =
                new Refunds(
                        dompet,
                        store,
                        parts.refunds(),
                        book,
                        refundBook,
                        journal,
                        new RefundJournal(
                                parts.refunds(),
                                refundBook,
                                journal,
                                parts.refundTransitions(),
                                pace,
                                parts.time()),
                        reversal,
                        parts.time());
        this.reconciler =
                new Reconciler(
                        dompet,
                        store,
                        parts.refunds(),
                        refunds,
                        book,
                        journal,
                        parts.time(),
                        parts.batch(),
                        parts.questionLease());
        this.courier = new Courier(parts, book, refundBook, reversal, deadLinks);
        this.purge = new Purge(store, linkStore, parts.time());
        this.workers = new Workers(reconciler, courier, parts.interval());
    }

    /** Starts making one. */
    public static LedgerBuilder builder(Dompet dompet, LedgerDatabase database) {
        return new LedgerBuilder(dompet, database);
    }

    /**
     * Asks to link a wallet, as {@link Dompet#bind} does, and writes the attempt down.
     *
     * @throws DompetException if nothing happened at the provider
     */
    public BindOutcome bind(BindRequest request) {
        return links.bind(request);
    }

    /**
     * The customer's browser is back, as in {@link Dompet#completeBind}.
     *
     * @param customerReference of the customer who is logged in
     * @param nonce the last segment of the path the browser came back to
     * @param returnedTo the address, as it stood in the request
     * @throws IllegalArgumentException if this customer has no open attempt of this nonce
     */
    public BindOutcome completeBind(String customerReference, String nonce, String returnedTo) {
        return links.complete(customerReference, nonce, returnedTo);
    }

    /** A customer's links, oldest first. */
    public List<Binding> bindings(String customerReference) {
        return linkStore.bindingsOf(customerReference);
    }

    /** The link of this id, unless it was ended. */
    public Optional<Binding> binding(String id) {
        return linkStore.binding(id);
    }

    /**
     * Ends a link, as {@link Dompet#unbind} does.
     *
     * @throws DompetException.InvalidRequest also if the link was never in the ledger: a wrong
     *     database is not taken for a link that has ended
     */
    public UnbindOutcome unbind(Binding binding) {
        return links.unbind(binding);
    }

    /** Asks what a wallet holds, as {@link Dompet#balance} does; a dead link is remembered. */
    public Balance balance(Binding binding) {
        return links.using(binding, () -> dompet.balance(binding));
    }

    /** How to put money into a wallet, as {@link Dompet#topUpInstructions} does. */
    public List<TopUpInstruction> topUpInstructions(Binding binding) {
        return links.using(binding, () -> dompet.topUpInstructions(binding));
    }

    /**
     * Writes the payment down and charges it, once. Called again with the same payment, made anew
     * or not, by whichever instance: answers how it stands, and sends it only if nothing was sent
     * before.
     *
     * @throws DompetException if nothing was sent; the same payment may be paid again
     * @throws DompetException.BindingUnusable also if its link is in the ledger and has ended: by
     *     {@link #unbind}, or because the provider said of an earlier payment that it is invalid
     * @throws DompetException.InvalidRequest also if another payment has this reference
     * @throws DompetException.Unavailable also if it could not be written down
     */
    public LedgerPayment pay(Payment payment) {
        return pay(payment, List.of());
    }

    /** The same with options that only one kind of provider knows. */
    public LedgerPayment pay(Payment payment, List<? extends PaymentOption> options) {
        return sender.pay(payment, options);
    }

    /** How a payment stands, as far as the ledger knows; asks nobody. */
    public Optional<LedgerPayment> find(String paymentReference) {
        return store.find(paymentReference).map(book::view);
    }

    /**
     * Asks the provider now, if the payment is open; mind the pace that the provider's profile
     * demands.
     *
     * @throws IllegalArgumentException if there is no such payment
     */
    public LedgerPayment refresh(String paymentReference) {
        return book.view(reconciler.refresh(paymentReference));
    }

    /**
     * Writes a refund down and sends it, once, of a payment that is PAID in the ledger. The
     * promises of {@link #pay} hold, and more than was paid never goes back: what went back and
     * what may have is counted before anything is sent. A payment of which everything went back is
     * REVERSED.
     *
     * @throws DompetException if nothing was sent; the same refund may be sent again
     * @throws DompetException.InvalidRequest also if the payment is not in the ledger or not PAID,
     *     if too little of it is left, or if another refund has this reference
     * @throws DompetException.Unsupported if the provider gives nothing back for this wallet
     * @throws DompetException.Unavailable also if it could not be written down
     */
    public LedgerRefund refund(Refund refund) {
        return refunds.refund(refund);
    }

    /** How a refund stands, as far as the ledger knows; asks nobody. */
    public Optional<LedgerRefund> findRefund(String refundReference) {
        return refunds.find(refundReference);
    }

    /** The refunds of a payment, oldest first; asks nobody. */
    public List<LedgerRefund> refundsOf(String paymentReference) {
        return refunds.of(paymentReference);
    }

    /**
     * Asks the provider now, if the refund is open, as {@link #refresh} does.
     *
     * @throws IllegalArgumentException if there is no such refund
     */
    public LedgerRefund refreshRefund(String refundReference) {
        return refunds.refresh(refundReference);
    }

    /**
     * Closes a refund that raised {@link Alert#REFUND_NOT_FOUND} as DECLINED, after a person found
     * out at the provider that the money did not go back. Only then give it back under another
     * reference.
     *
     * @throws IllegalArgumentException if there is no such refund
     * @throws IllegalStateException if the provider may still know it
     */
    public LedgerRefund closeMissingRefund(String refundReference) {
        return refunds.closeMissing(refundReference);
    }

    /**
     * Takes a notification: verifies it, applies it once, and acknowledges it when that is durable.
     *
     * @param provider from the address the request came to, e.g. {@code /notify/duitku}
     * @return what to answer to the provider, byte for byte
     */
    public HttpResponse receive(ProviderId provider, InboundRequest inbound) {
        return receiver.receive(provider, inbound);
    }

    /**
     * One round of asking about open payments and refunds that are due. Background threads do so by
     * themselves once {@link #start} was called.
     *
     * @return how many payments and refunds were asked about
     */
    public int reconcile() {
        return reconciler.round();
    }

    /**
     * One round of delivering events to the handler. Background threads do so by themselves once
     * {@link #start} was called.
     *
     * @return how many events the handler took
     */
    public int deliver() {
        return courier.round();
    }

    /** Starts reconciling and delivering in the background; harmless if it was started. */
    public Ledger start() {
        workers.start();
        return this;
    }

    /** Counts and ages of what is open, for a dashboard. */
    public PaymentStore.Backlog backlog() {
        return store.backlog();
    }

    /**
     * Removes closed payments, with their events and refunds, that have not changed for so long,
     * and attempts to link that are over.
     *
     * @param unchangedFor at least 31 days: providers repeat notifications, and references are
     *     unique for ever only as long as the ledger remembers them
     * @return how many payments
     */
    public int purge(Duration unchangedFor) {
        return purge.run(unchangedFor);
    }

    /** Stops the background work; what is being done is finished first. Closes nothing else. */
    @Override
    public void close() {
        workers.close();
    }
}
