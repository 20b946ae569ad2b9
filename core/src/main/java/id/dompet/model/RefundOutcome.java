package id.dompet.model;

import java.time.Instant;
import java.util.Optional;

/** What is known about a refund: the answer to refund and to refund status. */
public sealed interface RefundOutcome {

    /** The kinds of outcome. */
    enum State {
        /** {@link Refunded}. */
        REFUNDED,
        /** {@link Processing}. */
        PROCESSING,
        /** {@link Declined}. */
        DECLINED,
        /** {@link NotFound}. */
        NOT_FOUND,
        /** {@link Unknown}. */
        UNKNOWN
    }

    /** Which kind this is. */
    State state();

    /** Whether it will not change by itself any more. */
    default boolean isFinal() {
        return state() == State.REFUNDED || state() == State.DECLINED;
    }

    /**
     * The money went back.
     *
     * @param providerReference the provider's own name for the refund
     * @param amount what went back; core has compared it with the refund
     * @param at when
     */
    record Refunded(String providerReference, Money amount, Instant at) implements RefundOutcome {
        @Override
        public State state() {
            return State.REFUNDED;
        }
    }

    /** The provider is working on it. */
    record Processing(Optional<String> providerReference) implements RefundOutcome {
        @Override
        public State state() {
            return State.PROCESSING;
        }
    }

    /** The money did not go back and will not, for this reference. */
    record Declined(Decline decline) implements RefundOutcome {
        @Override
        public State state() {
            return State.DECLINED;
        }
    }

    /** The provider does not know the refund, yet. */
    record NotFound() implements RefundOutcome {
        @Override
        public State state() {
            return State.NOT_FOUND;
        }
    }

    /** Nobody can say. Ask {@code refundStatus}; never refund under another reference meanwhile. */
    record Unknown(UnknownCause cause, String detail) implements RefundOutcome {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }
}
