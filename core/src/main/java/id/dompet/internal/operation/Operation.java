package id.dompet.internal.operation;

import java.util.Locale;

/** What the library can be busy with. */
public enum Operation {
    /** Starting a link. */
    BIND(true),
    /** Finding out how a link ended. */
    COMPLETE_BIND(true),
    /** Ending a link. */
    UNBIND(true),
    /** Asking for a balance. */
    BALANCE(false),
    /** Asking how to top up. */
    TOP_UP_INSTRUCTIONS(false),
    /** Charging. */
    PAY(true),
    /** Asking about a payment. */
    STATUS(false),
    /** Giving back. */
    REFUND(true),
    /** Asking about a refund. */
    REFUND_STATUS(false),
    /** Reading a notification. */
    NOTIFICATION(false),
    /** Fetching a new token in the background. */
    RENEWAL(false);

    private final boolean mayChangeState;
    private final String label;

    Operation(boolean mayChangeState) {
        this.mayChangeState = mayChangeState;
        this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its requests may change something at the provider. */
    boolean mayChangeState() {
        return mayChangeState;
    }

    /** For logs and metrics, e.g. {@code complete-bind}. */
    public String label() {
        return label;
    }
}
