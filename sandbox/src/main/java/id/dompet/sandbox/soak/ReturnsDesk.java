package id.dompet.sandbox.soak;

import id.dompet.ledger.PaymentState;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where customers send goods back to, once the shop knows that they were paid for: the money is
 * given back, under the same reference until somebody answers. Thread-safe.
 */
final class ReturnsDesk implements Runnable {
    private final Checkout checkout;
    private final Diary diary;
    private final Queue<Return> waiting = new ConcurrentLinkedQueue<>();

    private record Return(Order order, String reference) {}

    ReturnsDesk(Checkout checkout, Diary diary) {
        this.checkout = checkout;
        this.diary = diary;
    }

    /** The customer of this order will send it back. */
    void expect(Order order, String reference) {
        waiting.add(new Return(order, reference));
    }

    /** One round. */
    @Override
    public void run() {
        try {
            for (int left = waiting.size(); left > 0; left--) {
                Return next = waiting.remove();
                if (!isDone(next)) {
                    waiting.add(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDone(Return next) throws InterruptedException {
        Optional<PaymentState> end = diary.awaitEnd(next.reference(), 0);
        if (end.isEmpty()) {
            return false;
        }
        return end.get() != PaymentState.PAID
                || checkout.refund(next.order(), next.reference()).isPresent();
    }
}
