package id.dompet.testkit.simulated;

import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A link between a merchant's customer and a wallet, as it stood when the books were asked.
 *
 * @param reference the merchant's, from the request to link
 * @param wallet which wallet
 * @param phone whose; of who agreed, which on the page can be another person than asked for
 * @param returnUrl where the merchant wants the customer's browser back, as the request had it
 * @param page where the customer agrees or refuses; give it out as it is
 * @param ticket a one-time code for the way back through the browser; worth nothing before the
 *     customer has agreed
 * @param credential what the merchant names the link by from then on; worth nothing before the
 *     customer has agreed
 * @param state how far it is
 * @param expiresAt when an open one ends
 * @param remembered what the dialect wanted to remember of the request, e.g. an OAuth {@code state}
 *     that the browser brings back
 */
public record Link(
        String reference,
        Wallet wallet,
        PhoneNumber phone,
        String returnUrl,
        URI page,
        String ticket,
        String credential,
        State state,
        Instant expiresAt,
        Map<String, String> remembered) {

    /** Copies the map. */
    public Link {
        remembered = Map.copyOf(remembered);
    }

    /** How far a link is. */
    public enum State {
        /** The customer has not decided. */
        OPEN,
        /** The customer agreed: the wallet can be used. */
        CONFIRMED,
        /** The customer refused. */
        DECLINED,
        /** Nobody decided in time. */
        EXPIRED,
        /** It was confirmed and has ended since, by the merchant or in the wallet's app. */
        ENDED
    }

    /** Whether the wallet can be used through it. */
    public boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    Link in(State next) {
        return with(phone, next);
    }

    Link of(PhoneNumber other) {
        return with(other, state);
    }

    private Link with(PhoneNumber owner, State next) {
        return new Link(
                reference,
                wallet,
                owner,
                returnUrl,
                page,
                ticket,
                credential,
                next,
                expiresAt,
                remembered);
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Link[%s, %s, %s, %s]".formatted(reference, wallet, phone, state);
    }
}
