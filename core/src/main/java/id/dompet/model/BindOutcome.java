package id.dompet.model;

import java.net.URI;

/**
 * What became of an attempt to link a wallet.
 *
 * <p>Java 17 cannot switch over the types, so switch over {@link #state()} in a switch
 * <em>expression</em>: the compiler then insists that every state is handled.
 */
public sealed interface BindOutcome {

    /** The kinds of outcome. */
    enum State {
        /** {@link Bound}. */
        BOUND,
        /** {@link AwaitingCustomer}. */
        AWAITING_CUSTOMER,
        /** {@link Processing}. */
        PROCESSING,
        /** {@link Refused}. */
        REFUSED,
        /** {@link Unknown}. */
        UNKNOWN
    }

    /** Which kind this is. */
    State state();

    /** Linked: store the binding. */
    record Bound(Binding binding) implements BindOutcome {
        @Override
        public State state() {
            return State.BOUND;
        }
    }

    /**
     * Send the customer to {@code action}; keep {@code attempt} until they come back.
     *
     * @param attempt to be completed
     * @param action the provider's page. It contains a one-time ticket: show it to this customer
     *     only, and do not log it
     */
    record AwaitingCustomer(BindAttempt attempt, URI action) implements BindOutcome {
        @Override
        public State state() {
            return State.AWAITING_CUSTOMER;
        }

        @Override
        public String toString() {
            return "AwaitingCustomer[" + attempt + "]";
        }
    }

    /**
     * The customer has not finished, or the provider has not caught up: complete the attempt again
     * later.
     */
    record Processing(BindAttempt attempt) implements BindOutcome {
        @Override
        public State state() {
            return State.PROCESSING;
        }
    }

    /** Not linked, and this attempt never will be. */
    record Refused(Decline decline) implements BindOutcome {
        @Override
        public State state() {
            return State.REFUSED;
        }
    }

    /**
     * Nobody can say. From {@code bind}: the provider may have begun a link, but its answer was
     * lost, so nobody can finish it; start again with a new attempt. From {@code completeBind}:
     * complete the same attempt again.
     */
    record Unknown(UnknownCause cause, String detail) implements BindOutcome {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }
}
