package id.dompet.model;

/** What became of a request to end a binding. Unbinding what has ended already is success. */
public sealed interface UnbindOutcome {

    /** The kinds of outcome. */
    enum State {
        /** {@link Unbound}. */
        UNBOUND,
        /** {@link Unknown}. */
        UNKNOWN
    }

    /** Which kind this is. */
    State state();

    /** The binding has ended; its credential is forgotten. */
    record Unbound() implements UnbindOutcome {
        @Override
        public State state() {
            return State.UNBOUND;
        }
    }

    /** The answer was lost. Ask again later: ending a binding twice is harmless. */
    record Unknown(UnknownCause cause, String detail) implements UnbindOutcome {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }
}
