package id.dompet.testkit.simulated;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a provider speaks: translates between its wire and the {@link Books}. Write it from the
 * provider's documents, not from your module, and share no code with the module: each then checks
 * the other. Be as strict as the provider. Called on many threads.
 */
public interface ProviderDialect {

    /** What a request is for, judged by method and path. */
    Operation operation(SimulatorRequest request);

    /**
     * Why the provider would refuse the request whatever it asks for: its signature, its token, a
     * header. Empty if it is genuine. Names what is wrong, without values.
     */
    Optional<String> objection(SimulatorRequest request, Books books);

    /** The documented answer to a request with an objection. */
    SimulatorAnswer refuse(SimulatorRequest request, String objection);

    /** Carries out a genuine request and answers it. */
    SimulatorAnswer answer(SimulatorRequest request, Books books);

    /**
     * A genuine answer with another result code in it, in the provider's own format.
     *
     * @param code may be one that no document mentions
     */
    SimulatorAnswer withCode(SimulatorAnswer genuine, String code, String message);

    /** Result codes in the provider's own form that no document mentions; at least one. */
    List<String> undocumentedCodes();

    /** Query parameters that the browser brings back from a page; none by default. */
    default Map<String, String> returned(Link link) {
        return Map.of();
    }

    /**
     * The notification about how a payment stands; empty if this provider sends none.
     *
     * @param target path and query it is posted to, as the request line will have them
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

    /** Whether the provider takes this answer to a notification for an acknowledgement. */
    default boolean acknowledges(HttpResponse reply) {
        return reply.status() / 100 == 2;
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
