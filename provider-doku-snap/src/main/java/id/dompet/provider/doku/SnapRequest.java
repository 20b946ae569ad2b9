package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one operation wants to have sent; {@link SnapClient} adds tokens, times and signatures.
 *
 * @param service the operation
 * @param channel the wallet's channel
 * @param effect whether it changes something
 * @param binding whose token it needs, if it needs a customer's
 * @param tokenInHeader whether the customer's token goes into {@code Authorization-customer}
 * @param headers those about the customer's device
 * @param body made from the customer's token, if there is one
 * @param sent what nobody may read in a message
 */
record SnapRequest(
        SnapService service,
        DokuChannel channel,
        Effect effect,
        Optional<Binding> binding,
        boolean tokenInHeader,
        Map<String, String> headers,
        Function<Optional<Secret>, ObjectNode> body,
        List<String> sent) {

    /** One that the merchant's token is enough for. */
    static SnapRequest of(
            SnapService service, DokuChannel channel, Effect effect, ObjectNode body) {
        return new SnapRequest(
                service,
                channel,
                effect,
                Optional.empty(),
                false,
                Map.of(),
                token -> body,
                List.of());
    }

    /** The same for a customer, with the customer's token in its header. */
    SnapRequest withCustomer(Binding customer) {
        return new SnapRequest(
                service, channel, effect, Optional.of(customer), true, headers, body, sent);
    }

    SnapRequest withHeaders(Map<String, String> more) {
        return new SnapRequest(service, channel, effect, binding, tokenInHeader, more, body, sent);
    }

    SnapRequest hiding(List<String> texts) {
        return new SnapRequest(
                service, channel, effect, binding, tokenInHeader, headers, body, texts);
    }

    @Override
    public String toString() {
        return "SnapRequest[" + service.label() + ", " + channel + "]";
    }
}
