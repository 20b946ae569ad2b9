package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.StatusPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to read notifications wrongly after they were verified rightly. */
final class BrokenReading {
    private BrokenReading() {}

    /** Another port in the place of the genuine one. */
    static Hooks port(UnaryOperator<NotifyPort> change) {
        return new Hooks() {
            @Override
            public NotifyPort notifications(NotifyPort genuine, Parts parts) {
                return change.apply(genuine);
            }
        };
    }

    /** Makes something else of what is verified. */
    static Hooks changed(Function<Notification.Verified, Notification> change) {
        return port(
                genuine ->
                        (call, inbound) -> {
                            Notification said = genuine.open(call, inbound);
                            return said instanceof Notification.Verified verified
                                    ? change.apply(verified)
                                    : said;
                        });
    }

    /** Another event. */
    static Hooks event(UnaryOperator<Event> change) {
        return changed(said -> with(said, change.apply(said.event())));
    }

    /** Another result of a payment. */
    static Hooks outcome(UnaryOperator<PaymentOutcome> change) {
        return event(
                event ->
                        event instanceof Event.PaymentReported reported
                                ? with(reported, change.apply(reported.reported()))
                                : event);
    }

    /** Other answers to a verified one. */
    static Hooks replies(
            Function<Notification.Verified, HttpResponse> accept,
            Function<Notification.Verified, HttpResponse> retryLater) {
        return changed(
                said ->
                        new Notification.Verified(
                                said.event(),
                                accept.apply(said),
                                retryLater.apply(said),
                                said.fields()));
    }

    private static Notification.Verified with(Notification.Verified said, Event event) {
        return new Notification.Verified(event, said.accept(), said.retryLater(), said.fields());
    }

    static Event with(Event.PaymentReported event, PaymentOutcome outcome) {
        return with(event, event.id(), event.amount(), outcome);
    }

    private static Event with(
            Event.PaymentReported event,
            String id,
            Optional<Money> amount,
            PaymentOutcome outcome) {
        return new Event.PaymentReported(
                event.provider(), id, event.paymentReference(), amount, outcome, event.signed());
    }

    /** The same with something added to the id of the event. */
    static Notification renamed(Notification said, String more) {
        return said instanceof Notification.Verified verified
                        && verified.event() instanceof Event.PaymentReported event
                ? with(verified, with(event, event.id() + more, event.amount(), event.reported()))
                : said;
    }

    /** Keeps the request in a field while it is read. */
    static Hooks sharedField() {
        InboundRequest[] current = new InboundRequest[1];
        return port(
                genuine ->
                        (call, inbound) -> {
                            current[0] = inbound;
                            // Takes a while, in which others come.
                            Notification unused = genuine.open(call, inbound);
                            return genuine.open(call, current[0]);
                        });
    }

    /** Refuses whatever comes while it is reading. */
    static Hooks oneAtATime() {
        AtomicInteger readers = new AtomicInteger();
        return port(
                genuine ->
                        (call, inbound) -> {
                            try {
                                if (readers.incrementAndGet() > 1) {
                                    return new Notification.Rejected(
                                            "busy", HttpResponse.of(503, "application/json", "{}"));
                                }
                                return genuine.open(call, inbound);
                            } finally {
                                readers.decrementAndGet();
                            }
                        });
    }

    /** Reports the amount that a payment had when it was asked about. */
    static final class RemembersAmounts extends Hooks {
        private final Map<String, Money> amounts = new ConcurrentHashMap<>();

        @Override
        public StatusPort status(StatusPort genuine, Parts parts) {
            return (call, payment) -> {
                amounts.put(payment.reference(), payment.amount());
                return genuine.status(call, payment);
            };
        }

        @Override
        public NotifyPort notifications(NotifyPort genuine, Parts parts) {
            return event(this::remembered).notifications(genuine, parts);
        }

        private Event remembered(Event event) {
            if (!(event instanceof Event.PaymentReported reported)) {
                return event;
            }
            Money amount = amounts.get(reported.paymentReference());
            if (amount == null || !(reported.reported() instanceof PaymentOutcome.Paid paid)) {
                return event;
            }
            return with(
                    reported,
                    reported.id(),
                    Optional.of(amount),
                    new PaymentOutcome.Paid(paid.providerReference(), amount, paid.at()));
        }
    }
}
