package id.dompet.testkit.simulated;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a provider speaks: translates between its wire and the {@link Books}. Write it from the
 * provider's documents, not from your module, and share no code with the module: each then checks
 * the other. Be as strict as the provider.
 *
 * <p>A dialect is asked one thing at a time, on many threads. Keep what has to be remembered in the
 * books. One request may be answered twice, so that the suite can compare: {@link #answer} changes
 * nothing but the books, takes random values from them and the time from the set-up's clock. What
 * the books do not know, such as nonces that were used, is for {@link #objection} to remember: it
 * is asked once for each request.
 *
 * <p>The smallest one, for a provider that only charges, with lines of text:
 *
 * <pre>{@code
 * final class AcmeDialect implements ProviderDialect {
 *     private final SimulatorSetup setup;
 *
 *     AcmeDialect(SimulatorSetup setup) {
 *         this.setup = setup;
 *     }
 *
 *     public Operation operation(SimulatorRequest request) {
 *         return request.path().equals("/charge") ? Operation.PAY : Operation.STATUS;
 *     }
 *
 *     public Optional<String> objection(SimulatorRequest request, Books books) {
 *         String key = request.header("X-Api-Key").orElse("");
 *         return key.equals(setup.secret("api-key")) ? Optional.empty() : Optional.of("the API key");
 *     }
 *
 *     public SimulatorAnswer refuse(SimulatorRequest request, String objection) {
 *         return SimulatorAnswer.of(401, "text/plain", "91".getBytes(UTF_8));
 *     }
 *
 *     public SimulatorAnswer answer(SimulatorRequest request, Books books) {
 *         String[] field = request.text().split("\\|", -1); // reference, then amount
 *         if (operation(request) == Operation.STATUS) {
 *             return books.findCharge(field[0]).map(this::say).orElse(text("25"));
 *         }
 *         return say(
 *                 books.chargeAtOnce(
 *                         field[0], Money.of(field[1], "IDR"), Payer.anyone(Wallet.DANA)));
 *     }
 *
 *     private SimulatorAnswer say(Charge charge) {
 *         String code = charge.wasPaid() ? "00" : "05";
 *         return text(code + "|" + charge.reference() + "|" + charge.amount().decimalText());
 *     }
 *     // withCode and undocumentedCodes
 * }
 * }</pre>
 *
 * <p>Then {@code DialectSimulator.start(setup, new AcmeDialect(setup))} is the simulated provider.
 */
public interface ProviderDialect {

    /** What a request is for, judged by method and path. */
    Operation operation(SimulatorRequest request);

    /**
     * Why the provider would refuse the request whatever it asks for: its signature, its token, a
     * header. Empty if it is genuine. Names what is wrong, without values.
     */
    Optional<String> objection(SimulatorRequest request, Books books);

    /**
     * The documented answer to a request with an objection.
     *
     * @param objection what {@link #objection} said
     */
    SimulatorAnswer refuse(SimulatorRequest request, String objection);

    /**
     * Carries out a genuine request and answers it. What is wrong with its content, an unknown
     * reference for example, is answered here as well, as the provider documents it.
     */
    SimulatorAnswer answer(SimulatorRequest request, Books books);

    /**
     * A genuine answer with another result code in it, in the provider's own format.
     *
     * @param genuine an answer of this dialect's: from {@link #answer}, or from {@link #refuse} if
     *     the request was not carried out, then with status 200. Where success has no body, there
     *     may be no place for a code: give the answer as it is
     * @param code may be one that no document mentions
     */
    SimulatorAnswer withCode(SimulatorAnswer genuine, String code, String message);

    /** Result codes in the provider's own form that no document mentions; at least one. */
    List<String> undocumentedCodes();

    /**
     * HTTP statuses besides the one of success under which the provider gives result codes; none by
     * default. Not 401 where it means that a token has to be renewed.
     */
    default List<Integer> refusalStatuses() {
        return List.of();
    }

    /**
     * How long customers may take to agree on a page or in the app; half an hour by default. Links
     * and charges that are still open then have expired. A module whose profile promises a shorter
     * or a longer {@code customerWindow} fails.
     */
    default Duration customerWindow() {
        return Duration.ofMinutes(30);
    }

    /**
     * What the documents demand of who asks about payments; empty by default. Worth saying where
     * they give numbers: the suite then refuses a profile that asks earlier, more often, or takes
     * "not found" for final while the payment may still appear.
     */
    default Optional<StatusPolling> statusPolling() {
        return Optional.empty();
    }

    /**
     * Every documented code of {@link Operation#PAY} and {@link Operation#STATUS} that {@link
     * #answer} never gives, with what it means; none by default. <strong>Do not leave it
     * out</strong>: the codes that your simulator never sends are the ones that nothing else tries,
     * and one taken for paid gives goods away. They are put into genuine answers with {@link
     * #withCode}.
     */
    default List<DocumentedAnswer> documented(Operation operation) {
        return List.of();
    }

    /**
     * Every documented code of {@link Operation#REFUND} and {@link Operation#REFUND_STATUS} that
     * {@link #answer} never gives, with what it means; none by default. They are put into genuine
     * answers with {@link #withCode}.
     */
    default Map<String, RefundOutcome.State> documentedRefunds(Operation operation) {
        return Map.of();
    }

    /**
     * Documented codes with which the provider refuses to end a link that lives on; none by
     * default. Not the code of a link that has ended already. They are put into answers with {@link
     * #withCode}, and a module that takes one for "ended" fails.
     */
    default List<String> unbindRefusals() {
        return List.of();
    }

    /**
     * Whether answers or notifications about a link tell whose wallet the customer agreed with
     * ({@link Link#phone()}); no by default. Where they do, the suite lets another person agree,
     * and a module must not link that wallet to this customer.
     */
    default boolean tellsWhoseWallet() {
        return false;
    }

    /**
     * Query parameters that the browser brings back to the merchant from a page for linking, after
     * the customer agreed ({@link Link#isConfirmed()}), refused, or came too late; none by default.
     */
    default Map<String, String> returned(Link link) {
        return Map.of();
    }

    /** The same from a page for a payment. */
    default Map<String, String> returned(Charge charge) {
        return Map.of();
    }

    /**
     * The notification about how a payment stands; empty if this provider sends none.
     *
     * @param target path of the merchant's address, as the request line will have it; what the
     *     notification is posted to in the end is its own {@link InboundRequest#target()}
     */
    default Optional<InboundRequest> notification(Charge charge, String target) {
        return Optional.empty();
    }

    /** The same about a link. */
    default Optional<InboundRequest> notification(Link link, String target) {
        return Optional.empty();
    }

    /** The same about a payment, genuine, but with a result or of a kind that no document has. */
    default Optional<InboundRequest> unheardOf(Charge charge, String target) {
        return Optional.empty();
    }

    /**
     * For providers that ask the merchant for something before they send a notification, such as a
     * token; by default it is sent as it is.
     *
     * @param ask posts a request to the merchant and gives the answer; status 0 if none came
     */
    default InboundRequest beforeSending(
            InboundRequest notification, Function<InboundRequest, HttpResponse> ask) {
        return notification;
    }

    /** Whether the provider takes this answer to a notification for an acknowledgement. */
    default boolean acknowledges(HttpResponse reply) {
        return reply.status() / 100 == 2;
    }

    /**
     * An answer of yours whose body has been spelled in another way, made genuine again: sign it
     * anew if your provider signs answers.
     */
    default SimulatorAnswer resealed(SimulatorAnswer changed) {
        return changed;
    }

    /** The same notification as other real senders would write it; every one genuine. */
    default List<InboundRequest> spellings(InboundRequest genuine) {
        return List.of();
    }

    /** Forgeries that only who knows the protocol would think of; none may be believed. */
    default List<InboundRequest> forgeries(InboundRequest genuine) {
        return List.of();
    }
}
