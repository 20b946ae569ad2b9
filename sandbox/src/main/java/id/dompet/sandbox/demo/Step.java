package id.dompet.sandbox.demo;

/** The steps of a journey, in their order. */
enum Step {
    BIND("bind"),
    COMPLETE_BIND("complete-bind"),
    BALANCE("balance"),
    TOP_UP_INSTRUCTIONS("top-up-instructions"),
    PAY("pay"),
    NOTIFICATION("notification"),
    STATUS("status"),
    UNBIND("unbind"),
    /** Once, after the last journey. */
    SUMMARY("summary");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
