package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.Wallet;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One charge, as it stood when the books were asked.
 *
 * @param id the provider's own name for it
 * @param reference the merchant's
 * @param payer whose wallet
 * @param amount how much
 * @param page where the customer agrees or refuses; empty if they need no page. Give it out as it
 *     is
 * @param returnUrl where the merchant wants the customer's browser back, as the request had it;
 *     empty if there is no page
 * @param state how far it is
 * @param givenBack how much of it was given back so far
 * @param expiresAt when an open one ends
 */
public record Charge(
        String id,
        String reference,
        Payer payer,
        Money amount,
        Optional<URI> page,
        String returnUrl,
        State state,
        Money givenBack,
        Instant expiresAt) {

    /** How far a charge is. Money has moved in {@link #PAID} and {@link #GIVEN_BACK} only. */
    public enum State {
        /** The customer has not decided. */
        OPEN,
        /** Paid; a part of it may have been given back. */
        PAID,
        /** Paid, and all of it given back since. */
        GIVEN_BACK,
        /** The customer refused. */
        DECLINED,
        /** Nobody decided in time. */
        EXPIRED,
        /** Refused: the wallet held too little money, or none of this currency. */
        TOO_LITTLE_MONEY,
        /** Refused: the link had ended. */
        LINK_ENDED
    }

    /** Which wallet it is taken from. */
    public Wallet wallet() {
        return payer.wallet();
    }

    /** Whether money moved, given back later or not. */
    public boolean wasPaid() {
        return state == State.PAID || state == State.GIVEN_BACK;
    }

    Charge in(State next) {
        return new Charge(
                id, reference, payer, amount, page, returnUrl, next, givenBack, expiresAt);
    }

    Charge from(Payer other) {
        return new Charge(
                id, reference, other, amount, page, returnUrl, state, givenBack, expiresAt);
    }

    Charge withGivenBack(Money sum) {
        State next = sum.equals(amount) ? State.GIVEN_BACK : state;
        return new Charge(id, reference, payer, amount, page, returnUrl, next, sum, expiresAt);
    }

    Charge told(String otherReference, Money otherAmount) {
        return new Charge(
                id,
                otherReference,
                payer,
                otherAmount,
                page,
                returnUrl,
                state,
                givenBack,
                expiresAt);
    }

    /** Without the page. */
    @Override
    public String toString() {
        return "Charge[%s, %s, %s, %s]".formatted(reference, payer, amount, state);
    }
}
