package id.dompet.testkit.doku;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The outbox of notifications, and what tests do with it: alter, hold back, deliver again. Until a
 * merchant answers 2xx there are four deliveries: at once, and 30 minutes, 6 hours and 12 hours
 * after the first, by the simulator's clock (DOKU, Retry Notification). Thread-safe.
 */
public final class DokuNotifications {

    private static final long POLL_MILLIS = 200;

    private final DokuSettings settings;
    private final NotificationBodies bodies;
    private final NotificationSender sender;
    private final ScheduledExecutorService courier;
    private final List<DokuNotification> messages = new ArrayList<>();
    private final Deque<NotificationVariation> variations = new ArrayDeque<>();
    private final Set<String> heldPayments = new HashSet<>();
    private final List<Listener> others = new ArrayList<>();
    private Optional<MerchantEndpoints> merchant = Optional.empty();
    private int toHold;
    private int paymentsBeforeAnswer;

    DokuNotifications(DokuSettings settings, DokuIds ids) {
        this.settings = settings;
        this.bodies = new NotificationBodies(ids);
        this.sender = new NotificationSender(settings);
        this.courier =
                Executors.newScheduledThreadPool(
                        2,
                        task -> {
                            Thread thread = new Thread(task, "doku-notifications");
                            thread.setDaemon(true);
                            return thread;
                        });
        if (settings.posting().mode() == NotificationMode.AUTOMATIC) {
            Future<?> unused =
                    courier.scheduleWithFixedDelay(
                            this::startDue, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Registers where the merchant wants to be called; nothing leaves before that. */
    public synchronized void registerMerchant(MerchantEndpoints endpoints) {
        merchant = Optional.of(endpoints);
    }

    /** Another system of the merchant's, which hears about what is its own. */
    private record Listener(Predicate<String> about, MerchantEndpoints endpoints) {}

    /**
     * Registers another address for some of the notifications, as for a second shop that shares the
     * account; all others go where they went before.
     *
     * @param about tells by the payment reference, or by a binding's X-EXTERNAL-ID, which ones
     */
    public synchronized void registerMerchant(
            MerchantEndpoints endpoints, Predicate<String> about) {
        others.add(new Listener(about, endpoints));
    }

    /** Every notification, oldest first. */
    public synchronized List<DokuNotification> messages() {
        return List.copyOf(messages);
    }

    /** The notifications about one payment reference, or one binding's X-EXTERNAL-ID. */
    public synchronized List<DokuNotification> messagesOf(String about) {
        return messages.stream().filter(message -> message.about().equals(about)).toList();
    }

    /** The token the merchant issued last; tests send it again when it has expired. */
    public Optional<String> lastMerchantToken() {
        return sender.lastToken();
    }

    /** The next notification differs in this way, in every delivery; calls queue up. */
    public synchronized void alterNext(NotificationVariation variation) {
        variations.add(variation);
    }

    /** The next notification stays in the outbox until {@link #deliver} is called: it is late. */
    public synchronized void holdNext() {
        toHold++;
    }

    /** The next payment is made, and its notification delivered, before the request's answer. */
    public synchronized void payBeforeNextPaymentAnswer() {
        paymentsBeforeAnswer++;
    }

    /** Delivers once, now, on the caller's thread, whatever was delivered before. */
    public NotificationAttempt deliver(DokuNotification message) {
        return deliver(message, UnaryOperator.identity());
    }

    /** Delivers an altered copy once, now; the message itself stays as it is. */
    public NotificationAttempt deliver(DokuNotification message, NotificationVariation variation) {
        return deliver(message, variation::apply);
    }

    /** Makes the deliveries that are due by the clock, oldest first. */
    public List<NotificationAttempt> deliverDue() {
        List<NotificationAttempt> made = new ArrayList<>();
        for (DokuNotification message : messages()) {
            deliverIfDue(message).ifPresent(made::add);
        }
        return made;
    }

    /** Delivers every pending notification once more, due or not, oldest first. */
    public List<NotificationAttempt> deliverPending() {
        return messages().stream().filter(DokuNotification::isPending).map(this::deliver).toList();
    }

    /** Waits (real time) until nothing is due any more; false when that takes too long. */
    public synchronized boolean awaitSettled(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (messages.stream().anyMatch(this::isDue)) {
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

    synchronized boolean takePaymentBeforeAnswer(String partnerReferenceNo) {
        if (paymentsBeforeAnswer == 0) {
            return false;
        }
        paymentsBeforeAnswer--;
        // The delivery is made on the spot, so the courier must not make it as well.
        heldPayments.add(partnerReferenceNo);
        return true;
    }

    void enqueue(Payment payment) {
        enqueue(bodies.payment(payment));
    }

    void enqueue(Binding binding) {
        enqueue(bodies.binding(binding));
    }

    /** The notification about how a payment stands now, in no outbox. */
    DokuNotification compose(Payment payment) {
        return new DokuNotification(
                bodies.payment(payment), settings.clock().instant(), Optional.empty(), true);
    }

    private synchronized void enqueue(DokuNotification.Content content) {
        boolean held = heldPayments.remove(content.about()) || toHold > 0;
        toHold = Math.max(0, toHold - 1);
        DokuNotification message =
                new DokuNotification(
                        content,
                        settings.clock().instant(),
                        Optional.ofNullable(variations.poll()),
                        held);
        messages.add(message);
        if (settings.posting().mode() == NotificationMode.AUTOMATIC) {
            start(message);
        }
    }

    private void startDue() {
        messages().stream().filter(this::isDue).forEach(this::start);
    }

    private void start(DokuNotification message) {
        try {
            courier.execute(
                    () -> {
                        Optional<NotificationAttempt> unused = deliverIfDue(message);
                    });
        } catch (RejectedExecutionException e) {
            // The simulator is being closed: what is in the outbox stays there.
            return;
        }
    }

    private synchronized boolean isDue(DokuNotification message) {
        Instant now = settings.clock().instant();
        return endpointsFor(message).isPresent()
                && message.dueAt().filter(due -> !due.isAfter(now)).isPresent();
    }

    private synchronized Optional<MerchantEndpoints> endpointsFor(DokuNotification message) {
        return others.stream()
                .filter(listener -> listener.about().test(message.about()))
                .map(Listener::endpoints)
                .findFirst()
                .or(() -> merchant);
    }

    private Optional<NotificationAttempt> deliverIfDue(DokuNotification message) {
        if (!isDue(message) || !message.claim(settings.clock().instant())) {
            return Optional.empty();
        }
        try {
            return Optional.of(deliver(message));
        } finally {
            message.release();
        }
    }

    private NotificationAttempt deliver(
            DokuNotification message, UnaryOperator<OutgoingNotification> change) {
        Optional<MerchantEndpoints> endpoints;
        synchronized (this) {
            endpoints = endpointsFor(message);
        }
        NotificationAttempt attempt =
                endpoints
                        .map(
                                known ->
                                        sender.send(
                                                message.content(),
                                                known,
                                                sent -> change.apply(altered(message, sent))))
                        .orElseGet(this::nowhere);
        synchronized (this) {
            message.add(attempt);
            notifyAll();
        }
        return attempt;
    }

    private static OutgoingNotification altered(
            DokuNotification message, OutgoingNotification sent) {
        return message.variation().map(variation -> variation.apply(sent)).orElse(sent);
    }

    private NotificationAttempt nowhere() {
        return new NotificationAttempt(
                settings.clock().instant(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                "no merchant is registered");
    }
}
