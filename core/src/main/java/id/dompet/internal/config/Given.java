package id.dompet.internal.config;

/**
 * What the layers say about one setting.
 *
 * @param state whether there is a value
 * @param text the value, references replaced; empty text if there is none
 * @param where words that say where it stands
 */
record Given(State state, String text, String where) {
    enum State {
        /** No layer names it. */
        ABSENT,
        /** The strongest layer that names it has nothing but blanks. */
        BLANK,
        /** There is one. */
        PRESENT,
        /** It cannot be read; a problem has been reported. */
        BROKEN
    }

    static final Given ABSENT = new Given(State.ABSENT, "", "");
    static final Given BROKEN = new Given(State.BROKEN, "", "");

    static Given of(String text, String where) {
        return new Given(text.isBlank() ? State.BLANK : State.PRESENT, text, where);
    }

    @Override
    public String toString() {
        return state + where;
    }
}
