package id.dompet.testkit.simulated;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.Fault;
import id.dompet.testkit.SimulatorAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A simulated provider, whatever it speaks: what the conformance suite needs to drive it, to break
 * it, and to see what really happened. Thread-safe.
 *
 * <p>For a new protocol extend nothing of this: write a {@link ProviderDialect}, and {@link
 * DialectSimulator} does the rest.
 */
public interface SimulatedProvider extends AutoCloseable {

    /** Where it listens, e.g. {@code http://127.0.0.1:40123}: scheme, host and port. */
    URI baseUrl();

    /** A customer's wallet; it comes into being when it is first asked for, with money in it. */
    SimulatedWallet wallet(Wallet wallet, PhoneNumber owner);

    // What the customer does

    /**
     * The customer agrees on a page that the provider asked to open, for a link or for a payment.
     *
     * @return where the browser is sent, if the page sends it anywhere
     */
    Optional<URI> confirm(URI page);

    /**
     * The same by this person: for a page of a payment whose request named nobody, and, where
     * {@link #tellsWhoseWallet()}, for a page of a link that another person opens and agrees to
     * with a wallet of their own.
     */
    default Optional<URI> confirm(URI page, PhoneNumber customer) {
        return confirm(page);
    }

    /** The customer says no on such a page. */
    Optional<URI> decline(URI page);

    /** The customer agrees to a payment in the wallet's app, for payments without a page. */
    void confirmInApp(String paymentReference);

    /**
     * A payment is paid after all, long after everybody gave up on it; false if it cannot be, being
     * unknown or paid already.
     */
    boolean payLate(String paymentReference);

    /** The same by this customer, for a payment whose request named nobody. */
    default boolean payLate(String paymentReference, PhoneNumber customer) {
        return payLate(paymentReference);
    }

    // What the provider does

    /** Every token that it has issued to the merchant or for customers is refused from now on. */
    void revokeTokens();

    /**
     * Sends the notification about how a payment stands now to the merchant, over HTTP, once, with
     * whatever handshake comes before it.
     *
     * @return whether the merchant acknowledged it
     */
    boolean notifyPayment(String paymentReference);

    /**
     * The same about a link; empty if this provider tells nobody but the browser.
     *
     * @param attemptReference the merchant's, from the request to link
     */
    Optional<Boolean> notifyBinding(String attemptReference, Wallet wallet, PhoneNumber owner);

    /**
     * The same about a payment, genuine in every way, but of a kind or with a result that no
     * document mentions; empty if this simulator cannot send one.
     */
    Optional<Boolean> notifyUnheardOf(String paymentReference);

    /**
     * The notification about how a payment stands now, as this provider would write it for another
     * path of the merchant's, and not sent; empty if this simulator cannot. What differs between
     * two of them tells the suite what the signature covers.
     *
     * @param target the path, as the request line has it
     */
    default Optional<InboundRequest> writtenFor(String paymentReference, String target) {
        return Optional.empty();
    }

    /** Whether the provider would take this answer to a notification for an acknowledgement. */
    boolean acknowledges(HttpResponse reply);

    /**
     * The same notification as other real senders would write it: other order of fields, other
     * spacing or escapes, with fields that are new. Every one of them is genuine.
     */
    default List<InboundRequest> spellings(InboundRequest genuine) {
        return List.of();
    }

    /**
     * Forgeries that only who knows the protocol would think of, such as another algorithm or
     * fields divided in another place. None of them may be believed.
     */
    default List<InboundRequest> forgeries(InboundRequest genuine) {
        return List.of();
    }

    /**
     * An answer whose body the suite has spelled in another way, made genuine again: where answers
     * are signed, with a new signature.
     */
    default SimulatorAnswer resealed(SimulatorAnswer changed) {
        return changed;
    }

    // Faults

    /** The next request of this operation meets the fault; calls queue up. */
    void next(Operation operation, Fault fault);

    /** Back to normal. */
    void clearFaults();

    /** Closes every connection that it holds open, as servers do with idle ones. */
    void dropConnections();

    /**
     * How an answer is made to lie about one fact, otherwise genuine; empty if the answers to this
     * operation do not contain the fact. Where only some of them do, the others become answers that
     * cannot be believed either.
     */
    Optional<Fault> lie(Operation operation, Lie lie);

    /**
     * Answers to this operation in the provider's own format, with result codes that no document
     * mentions, with HTTP status 200 and, where the provider uses others, with those. At least one.
     */
    List<Fault> undocumented(Operation operation);

    /**
     * Answers to a charge or a question about one that are documented, and that this simulator does
     * not give by itself; none by default.
     */
    default List<DocumentedFault> documented(Operation operation) {
        return List.of();
    }

    /**
     * Answers to {@link Operation#REFUND} or {@link Operation#REFUND_STATUS} that are documented,
     * and that this simulator does not give by itself; none by default.
     */
    default List<DocumentedRefund> documentedRefunds(Operation operation) {
        return List.of();
    }

    /**
     * Documented answers to {@link Operation#UNBIND} by which the link does not end; none by
     * default. Not the code of a link that has ended already.
     */
    default List<DocumentedRefusal> unbindRefusals() {
        return List.of();
    }

    // What the provider's documents say of it

    /**
     * Whether its answers about a link tell whose wallet was linked, so that a module can notice
     * another person's.
     */
    default boolean tellsWhoseWallet() {
        return false;
    }

    /** How long customers have to agree to a payment; empty if this simulator does not say. */
    default Optional<Duration> customerWindow(Wallet wallet) {
        return Optional.empty();
    }

    /** What it demands of who asks about payments; empty if this simulator does not say. */
    default Optional<StatusPolling> statusPolling(Wallet wallet) {
        return Optional.empty();
    }

    // What really happened

    /** Every request that arrived, oldest first. */
    List<SeenRequest> requests();

    /** Whether the kind of request counts for the operation; see {@link Operation}. */
    default boolean serves(SeenRequest request, Operation operation) {
        return request.operation() == operation;
    }

    /** Money that moved, oldest first. */
    List<Movement> movements();

    /** Tokens, codes and tickets that it has issued so far: none of them may be printed. */
    Collection<String> issuedSecrets();

    /** What went wrong inside the simulator itself, oldest first: never the module's fault. */
    default List<Throwable> failures() {
        return List.of();
    }

    @Override
    void close();
}
