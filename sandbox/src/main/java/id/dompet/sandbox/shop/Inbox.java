package id.dompet.sandbox.shop;

import id.dompet.model.ProviderId;
import id.dompet.spi.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which notifications came lately, to be looked at. Thread-safe. */
final class Inbox {
    private static final int KEPT = 20;

    private final TimeSource time;
    private final Deque<Heard> heard = new ArrayDeque<>();

    Inbox(TimeSource time) {
        this.time = time;
    }

    /**
     * A notification.
     *
     * @param status what was answered
     */
    record Heard(String provider, String at, int status) {}

    synchronized void heard(ProviderId provider, int status) {
        heard.addFirst(new Heard(provider.value(), Words.time(time.now()), status));
        if (heard.size() > KEPT) {
            heard.removeLast();
        }
    }

    /** Newest first. */
    synchronized List<Heard> latest() {
        return List.copyOf(heard);
    }

    synchronized Optional<Heard> latest(ProviderId provider) {
        return heard.stream().filter(one -> one.provider().equals(provider.value())).findFirst();
    }
}
