package id.dompet.testkit.doku;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One notification in the outbox, with everything that became of it. Thread-safe. */
public final class DokuNotification {

    /** After the first attempt, counted from it (DOKU, Retry Notification). */
    private static final List<Duration> REPEATS =
            List.of(Duration.ofMinutes(30), Duration.ofHours(6), Duration.ofHours(12));

    /** What is sent each time. */
    record Content(
            NotificationKind kind,
            String about,
            String status,
            String body,
            String externalId,
            Optional<String> customerToken) {

        /** The body and the token stay out of logs. */
        @Override
        public String toString() {
            return "Content[%s, %s, %s]".formatted(kind, about, status);
        }
    }

    private final Content content;
    private final Instant createdAt;
    private final Optional<NotificationVariation> variation;
    private final boolean held;
    private final List<NotificationAttempt> attempts = new ArrayList<>();
    private boolean underWay;

    DokuNotification(
            Content content,
            Instant createdAt,
            Optional<NotificationVariation> variation,
            boolean held) {
        this.content = content;
        this.createdAt = createdAt;
        this.variation = variation;
        this.held = held;
    }

    /** What it is about. */
    public NotificationKind kind() {
        return content.kind();
    }

    /** The payment's {@code partnerReferenceNo}, or the X-EXTERNAL-ID of the binding request. */
    public String about() {
        return content.about();
    }

    /** {@code latestTransactionStatus} of a payment; SUCCESS or FAILED of a binding. */
    public String status() {
        return content.status();
    }

    /** The genuine body. */
    public String body() {
        return content.body();
    }

    /** Its X-EXTERNAL-ID, the same in every delivery. */
    public String externalId() {
        return content.externalId();
    }

    /** The deliveries so far. */
    public synchronized List<NotificationAttempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Whether the merchant answered 2xx to one of them. */
    public synchronized boolean isDelivered() {
        return attempts.stream().anyMatch(NotificationAttempt::accepted);
    }

    /** Whether another delivery is to come without being asked for by name. */
    public synchronized boolean isPending() {
        return !held && !isDelivered() && attempts.size() <= REPEATS.size();
    }

    /** When the next delivery is due, by the simulator's clock; empty when none is to come. */
    public synchronized Optional<Instant> dueAt() {
        if (!isPending()) {
            return Optional.empty();
        }
        return Optional.of(
                attempts.isEmpty()
                        ? createdAt
                        : attempts.get(0).at().plus(REPEATS.get(attempts.size() - 1)));
    }

    Content content() {
        return content;
    }

    Optional<NotificationVariation> variation() {
        return variation;
    }

    /** Takes a due delivery, so that nobody else makes it; false when there is none to make. */
    synchronized boolean claim(Instant now) {
        if (underWay || dueAt().filter(due -> !due.isAfter(now)).isEmpty()) {
            return false;
        }
        underWay = true;
        return true;
    }

    synchronized void release() {
        underWay = false;
    }

    synchronized void add(NotificationAttempt attempt) {
        attempts.add(attempt);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "%s notification %s about %s, %d attempts, delivered %s"
                .formatted(kind(), status(), about(), attempts().size(), isDelivered());
    }
}
