package id.dompet.testkit.duitku;

import id.dompet.testkit.NotificationClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The outbox of callbacks, and what tests do with it: alter, hold back, deliver again. At most five
 * deliveries happen by themselves, until the merchant answers 200. Thread-safe.
 */
public final class DuitkuCallbacks {

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final DuitkuSettings settings;
    private final DuitkuSignatures signatures;
    private final CallbackForms forms;
    private final NotificationClient client;
    private final ScheduledExecutorService courier;
    private final List<CallbackMessage> messages = new ArrayList<>();
    private final Deque<CallbackVariation> variations = new ArrayDeque<>();
    private final Set<String> heldOrders = new HashSet<>();
    private int toHold;
    private int paymentsBeforeAnswer;

    DuitkuCallbacks(DuitkuSettings settings, DuitkuSignatures signatures, Tokens tokens) {
        this.settings = settings;
        this.signatures = signatures;
        this.forms = new CallbackForms(settings.merchantCode(), settings.clock(), tokens);
        this.client = new NotificationClient(settings.callbackTimeout());
        this.courier =
                Executors.newScheduledThreadPool(
                        2,
                        task -> {
                            Thread thread = new Thread(task, "duitku-callbacks");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Every callback, oldest first. */
    public synchronized List<CallbackMessage> messages() {
        return List.copyOf(messages);
    }

    /** The callbacks of one order, oldest first. */
    public synchronized List<CallbackMessage> messagesOf(String merchantOrderId) {
        return messages.stream()
                .filter(message -> message.merchantOrderId().equals(merchantOrderId))
                .toList();
    }

    /** The next callback differs in this way, in every delivery; calls queue up. */
    public synchronized void alterNext(CallbackVariation variation) {
        variations.add(variation);
    }

    /** The next callback stays in the outbox until {@link #deliver} is called: it comes late. */
    public synchronized void holdNext() {
        toHold++;
    }

    /** The next payment is made, and its callback delivered, before the inquiry is answered. */
    public synchronized void payBeforeNextInquiryAnswer() {
        paymentsBeforeAnswer++;
    }

    /** Delivers once, now, on the caller's thread, whatever was delivered before. */
    public CallbackAttempt deliver(CallbackMessage message) {
        return send(message, message.form());
    }

    /** Delivers an altered copy once, now; the message itself stays as it is. */
    public CallbackAttempt deliver(CallbackMessage message, CallbackVariation variation) {
        return send(message, variation.apply(message.form(), message.signer()));
    }

    /** Delivers every pending callback once more, oldest first. */
    public List<CallbackAttempt> deliverPending() {
        return messages().stream().filter(CallbackMessage::isPending).map(this::deliver).toList();
    }

    /** Waits (real time) until nothing is pending; false when that takes too long. */
    public synchronized boolean awaitSettled(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (messages.stream().anyMatch(CallbackMessage::isPending)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Stops deliveries. */
    void stop() {
        courier.shutdownNow();
    }

    synchronized boolean takePaymentBeforeAnswer(String orderId) {
        if (paymentsBeforeAnswer == 0) {
            return false;
        }
        paymentsBeforeAnswer--;
        // The delivery is made on the spot, so the courier must not make it as well.
        heldOrders.add(orderId);
        return true;
    }

    /** Puts the callback of a finished transaction into the outbox. */
    synchronized void enqueue(Transaction transaction, String resultCode) {
        boolean held = heldOrders.remove(transaction.order().id()) || toHold > 0;
        toHold = Math.max(0, toHold - 1);
        CallbackMessage message =
                write(
                        transaction,
                        resultCode,
                        Optional.ofNullable(variations.poll())
                                .orElseGet(CallbackVariation::genuine),
                        held);
        messages.add(message);
        if (!held && settings.callbackMode() == CallbackMode.AUTOMATIC) {
            schedule(message, Duration.ZERO);
        }
    }

    /** A callback about a transaction, rightly signed, that is in no outbox. */
    CallbackMessage compose(Transaction transaction, String resultCode) {
        return write(transaction, resultCode, CallbackVariation.genuine(), true);
    }

    private CallbackMessage write(
            Transaction transaction, String resultCode, CallbackVariation variation, boolean held) {
        Order order = transaction.order();
        CallbackSigner signer =
                new CallbackSigner(
                        signatures, settings.callbackSignature().forInquiry(order.scheme()));
        CallbackForm form = forms.write(transaction, resultCode, signer);
        return new CallbackMessage(
                order.id(),
                resultCode,
                order.callbackUrl(),
                variation.apply(form, signer),
                signer,
                held);
    }

    private void schedule(CallbackMessage message, Duration delay) {
        try {
            Future<?> unused =
                    courier.schedule(
                            () -> deliverAndRepeat(message),
                            delay.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The simulator is being closed: what is in the outbox stays there.
            return;
        }
    }

    private void deliverAndRepeat(CallbackMessage message) {
        CallbackAttempt unused = deliver(message);
        if (message.isPending()) {
            schedule(message, settings.callbackSpacing());
        }
    }

    private CallbackAttempt send(CallbackMessage message, CallbackForm form) {
        NotificationClient.Result result =
                client.post(message.callbackUrl(), HEADERS, form.encoded());
        CallbackAttempt attempt =
                new CallbackAttempt(settings.clock().instant(), result.status(), result.failure());
        synchronized (this) {
            message.add(attempt);
            notifyAll();
        }
        return attempt;
    }
}
