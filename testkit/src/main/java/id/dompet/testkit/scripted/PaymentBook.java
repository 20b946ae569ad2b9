package id.dompet.testkit.scripted;

import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every payment that was sent, and the money that moved. Guarded by {@link Books}. */
final class PaymentBook implements Course.Vault {
    private final String name;
    private final Map<String, List<Course>> courses = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private int received;

    PaymentBook(String name) {
        this.name = name;
    }

    void settle(Instant clock) {
        courses.values().forEach(all -> all.forEach(course -> course.settle(clock)));
    }

    /** A request to pay; whether it arrives is for the script to say. */
    PaymentOutcome receive(
            Payment payment, PaymentScript.Told told, Duration customerWindow, Instant at) {
        received++;
        Course course =
                new Course(
                        payment,
                        name + "-" + received,
                        Tickets.page(name, "pay"),
                        told,
                        customerWindow,
                        at,
                        this);
        courses.computeIfAbsent(payment.reference(), unused -> new ArrayList<>()).add(course);
        return course.now();
    }

    PaymentOutcome outcome(String reference) {
        List<Course> sent = courses.getOrDefault(reference, List.of());
        return sent.isEmpty() ? new PaymentOutcome.NotFound() : last(sent).now();
    }

    int timesSent(String reference) {
        return courses.getOrDefault(reference, List.of()).size();
    }

    /** The latest of a payment. */
    Course course(String reference) {
        List<Course> sent = courses.get(reference);
        if (sent == null) {
            throw new IllegalStateException(
                    "no payment %s was sent to %s; sent were %s"
                            .formatted(reference, name, courses.keySet()));
        }
        return last(sent);
    }

    /** What this page belongs to. */
    Optional<Course> on(URI page) {
        return courses.values().stream()
                .flatMap(List::stream)
                .filter(course -> course.page().equals(page))
                .findFirst();
    }

    List<Movement> movements() {
        return List.copyOf(movements);
    }

    List<Movement> movements(String reference, Movement.Kind kind) {
        return movements.stream()
                .filter(m -> m.paymentReference().equals(reference) && m.kind() == kind)
                .toList();
    }

    /** What is left of a payment's charges; empty if it was never charged. */
    Optional<Money> left(String reference) {
        return sum(movements(reference, Movement.Kind.CHARGED))
                .map(
                        charged ->
                                sum(movements(reference, Movement.Kind.GIVEN_BACK))
                                        .map(back -> minus(charged, back))
                                        .orElse(charged));
    }

    private static Optional<Money> sum(List<Movement> some) {
        return some.stream()
                .map(Movement::amount)
                .reduce((a, b) -> new Money(a.amount().add(b.amount()), a.currency()));
    }

    private static Money minus(Money a, Money b) {
        return new Money(a.amount().subtract(b.amount()), a.currency());
    }

    /** Gives back a part that {@link #left} covers. */
    void giveBack(Payment payment, Money part, Instant at) {
        move(Movement.Kind.GIVEN_BACK, payment, part, at);
        if (left(payment.reference()).filter(left -> left.amount().signum() == 0).isPresent()) {
            course(payment.reference()).refunded();
        }
    }

    @Override
    public void charged(Payment payment, Money amount, Instant at) {
        move(Movement.Kind.CHARGED, payment, amount, at);
    }

    @Override
    public void reversed(Payment payment, Instant at) {
        left(payment.reference())
                .ifPresent(left -> move(Movement.Kind.GIVEN_BACK, payment, left, at));
    }

    private void move(Movement.Kind kind, Payment payment, Money amount, Instant at) {
        movements.add(new Movement(kind, payment.reference(), payment.wallet(), amount, at));
    }

    private static Course last(List<Course> sent) {
        return sent.get(sent.size() - 1);
    }
}
