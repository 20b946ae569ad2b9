package id.dompet.testkit.duitku;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One callback in the outbox, with everything that became of it. Thread-safe. */
public final class CallbackMessage {

    /** Deliveries in all, the first one included. */
    static final int MAX_ATTEMPTS = 5;

    private final String merchantOrderId;
    private final String resultCode;
    private final String callbackUrl;
    private final CallbackForm form;
    private final CallbackSigner signer;
    private final boolean held;
    private final List<CallbackAttempt> attempts = new ArrayList<>();

    CallbackMessage(
            String merchantOrderId,
            String resultCode,
            String callbackUrl,
            CallbackForm form,
            CallbackSigner signer,
            boolean held) {
        this.merchantOrderId = merchantOrderId;
        this.resultCode = resultCode;
        this.callbackUrl = callbackUrl;
        this.form = form;
        this.signer = signer;
        this.held = held;
    }

    /** The order it is about. */
    public String merchantOrderId() {
        return merchantOrderId;
    }

    /** What really happened: {@code 00} paid, {@code 01} not paid. */
    public String resultCode() {
        return resultCode;
    }

    /** Where it goes. */
    public String callbackUrl() {
        return callbackUrl;
    }

    /** The parameters in the order they are sent, alterations included; a name can occur twice. */
    public List<Map.Entry<String, String>> parameters() {
        return form.fields();
    }

    /** The deliveries so far. */
    public synchronized List<CallbackAttempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Whether the merchant answered 200 to one of them. */
    public synchronized boolean isDelivered() {
        return attempts.stream().anyMatch(CallbackAttempt::accepted);
    }

    /** Whether it leaves by itself, or with {@link DuitkuCallbacks#deliverPending()}. */
    public synchronized boolean isPending() {
        return !held && !isDelivered() && attempts.size() < MAX_ATTEMPTS;
    }

    CallbackForm form() {
        return form;
    }

    CallbackSigner signer() {
        return signer;
    }

    synchronized void add(CallbackAttempt attempt) {
        attempts.add(attempt);
    }

    /** Without signature and customer data. */
    @Override
    public String toString() {
        return "callback %s for order %s, %d attempts, delivered %s"
                .formatted(resultCode, merchantOrderId, attempts().size(), isDelivered());
    }
}
