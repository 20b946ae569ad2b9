package id.dompet.model;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a payment, whoever told us: the answer to pay, to status, or a notification.
 *
 * <p>Java 17 cannot switch over the types, so switch over {@link #state()} in a switch
 * <em>expression</em>: the compiler then insists that every state is handled.
 */
public sealed interface PaymentOutcome {

    /** The kinds of outcome. */
    enum State {
        /** {@link Paid}. */
        PAID,
        /** {@link AwaitingCustomer}. */
        AWAITING_CUSTOMER,
        /** {@link Processing}. */
        PROCESSING,
        /** {@link Declined}. */
        DECLINED,
        /** {@link Reversed}. */
        REVERSED,
        /** {@link NotFound}. */
        NOT_FOUND,
        /** {@link Unknown}. */
        UNKNOWN
    }

    /** Which kind this is. */
    State state();

    /**
     * Whether it will not change by itself any more. One final state can still follow another: what
     * was paid can be reversed.
     */
    default boolean isFinal() {
        return switch (state()) {
            case PAID, DECLINED, REVERSED -> true;
            case AWAITING_CUSTOMER, PROCESSING, NOT_FOUND, UNKNOWN -> false;
        };
    }

    /**
     * The money moved. Core has compared {@code amount} with the payment: a difference comes out as
     * {@link Unknown}.
     *
     * @param providerReference the provider's own name for the payment, if it gave one
     * @param amount what was paid
     * @param at when this library learned it, or when the provider says it was
     */
    record Paid(Optional<String> providerReference, Money amount, Instant at)
            implements PaymentOutcome {
        @Override
        public State state() {
            return State.PAID;
        }
    }

    /**
     * The provider has it and waits for the customer.
     *
     * @param action the wallet's page, to send the customer to. It may contain a one-time ticket:
     *     show it to this customer only, and do not log it
     * @param until when the customer's time is over, if the provider fixes one
     * @param providerReference the provider's own name for the payment, if it gave one
     */
    record AwaitingCustomer(URI action, Optional<Instant> until, Optional<String> providerReference)
            implements PaymentOutcome {
        @Override
        public State state() {
            return State.AWAITING_CUSTOMER;
        }

        @Override
        public String toString() {
            return "AwaitingCustomer[until=" + until + ", " + providerReference + "]";
        }
    }

    /**
     * The provider has it and is working on it, or waits for the customer somewhere else.
     *
     * @param providerReference the provider's own name for the payment, if it gave one
     */
    record Processing(Optional<String> providerReference) implements PaymentOutcome {
        @Override
        public State state() {
            return State.PROCESSING;
        }
    }

    /** The money did not move and will not, for this reference. */
    record Declined(Decline decline) implements PaymentOutcome {
        @Override
        public State state() {
            return State.DECLINED;
        }
    }

    /**
     * It was paid, and all of the money has gone back: core has compared {@code amount} with the
     * payment. A payment of which only a part went back is still {@link Paid}.
     *
     * @param providerReference the provider's own name for the payment, if it gave one
     * @param amount what went back
     */
    record Reversed(Optional<String> providerReference, Money amount) implements PaymentOutcome {
        @Override
        public State state() {
            return State.REVERSED;
        }
    }

    /**
     * The provider does not know the reference, yet. Core makes it {@link Declined} with {@link
     * Decline.Reason#NEVER_ARRIVED} when the time in which it could still arrive is over.
     */
    record NotFound() implements PaymentOutcome {
        @Override
        public State state() {
            return State.NOT_FOUND;
        }
    }

    /**
     * Nobody can say. Ask again with the same payment; never charge the order under another
     * reference while this is so.
     *
     * @param cause why
     * @param detail for the log, without secrets
     */
    record Unknown(UnknownCause cause, String detail) implements PaymentOutcome {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }
}
