package id.dompet.sandbox.demo;

/**
 * What became of one step. The components are the fields of a line of {@code --json}.
 *
 * @param provider the instance; in the summary all of them, joined with commas
 * @param wallet the wallet; in the summary all of them, joined with commas
 * @param step {@link Step#label()}
 * @param ok whether it did what it should
 * @param detail one sentence, without secrets
 * @param millis how long it took
 */
record StepResult(
        String provider, String wallet, String step, boolean ok, String detail, long millis) {
    private static final String SKIPPED = "skipped: ";

    /** A step that was not tried, because it needs one that did not succeed. */
    static StepResult skipped(String provider, String wallet, Step step, Step because) {
        String detail = SKIPPED + because.label() + " did not succeed";
        return new StepResult(provider, wallet, step.label(), false, detail, 0);
    }

    boolean wasSkipped() {
        return !ok && detail.startsWith(SKIPPED);
    }
}
