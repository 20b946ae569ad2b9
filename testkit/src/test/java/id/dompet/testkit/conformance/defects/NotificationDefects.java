package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenReading.changed;
import static id.dompet.testkit.conformance.defects.BrokenReading.event;
import static id.dompet.testkit.conformance.defects.BrokenReading.outcome;
import static id.dompet.testkit.conformance.defects.BrokenReading.port;
import static id.dompet.testkit.conformance.defects.BrokenReading.replies;

import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.reference.Fields;
import id.dompet.testkit.reference.Hooks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Faults: notifications that are believed or answered wrongly. */
final class NotificationDefects {
    private static final HttpResponse OK =
            HttpResponse.of(200, "application/json", "{\"code\":\"00\"}");
    private static final HttpResponse LATER =
            HttpResponse.of(503, "application/json", "{\"code\":\"99\"}");

    private NotificationDefects() {}

    static List<Defect> all() {
        return List.of(
                // Told
                Defect.of(
                        "NTF-01",
                        "amounts in notifications are taken for sen",
                        outcome(NotificationDefects::inSen),
                        "genuine notification about a paid payment",
                        "PAID",
                        "AMOUNT_DIFFERS"),
                Defect.of(
                        "NTF-01",
                        "notifications about payments are refused",
                        changed(
                                said ->
                                        said.event() instanceof Event.PaymentReported
                                                ? new Notification.Rejected("no", LATER)
                                                : said),
                        "genuine notification about a paid payment",
                        "verified"),
                Defect.of(
                        "NTF-01",
                        "the answer to a handled notification is no acknowledgement",
                        replies(said -> LATER, Notification.Verified::retryLater),
                        "acknowledged once the handler returned"),
                Defect.of(
                        "NTF-04",
                        "an undocumented result is taken for a decline",
                        outcome(
                                told ->
                                        told instanceof PaymentOutcome.Unknown
                                                ? NotificationDefects.declined()
                                                : told),
                        "undocumented result",
                        "nothing final"),
                Defect.of(
                        "NTF-04",
                        "an undocumented result is refused",
                        changed(
                                said ->
                                        said.event() instanceof Event.PaymentReported reported
                                                        && reported.reported()
                                                                instanceof PaymentOutcome.Unknown
                                                ? new Notification.Rejected("no", LATER)
                                                : said),
                        "undocumented result",
                        "acknowledged, so that the provider stops"),
                Defect.of(
                        "NTF-05",
                        "event ids are random",
                        ids((fields, genuine) -> UUID.randomUUID().toString()),
                        "the same event has",
                        "ids"),
                Defect.of(
                        "NTF-05",
                        "every event has the same id",
                        ids((fields, genuine) -> "contoh"),
                        "two payments",
                        "both have the id"),
                Defect.of(
                        "NTF-05",
                        "event ids leave out the result",
                        ids((fields, genuine) -> fields.text("reference").orElse(genuine)),
                        "open and then paid",
                        "both have the id"),
                Defect.of(
                        "NTF-06",
                        "a decline is taken for a payment in progress",
                        outcome(
                                told ->
                                        told instanceof PaymentOutcome.Declined
                                                ? new PaymentOutcome.Processing(Optional.empty())
                                                : told),
                        "a payment that is DECLINED",
                        "the merchant is told the same"),
                Defect.of(
                        "NTF-06",
                        "money that went back is taken for paid",
                        outcome(
                                told ->
                                        told instanceof PaymentOutcome.Reversed back
                                                ? new PaymentOutcome.Paid(
                                                        back.providerReference(),
                                                        back.amount(),
                                                        Instant.EPOCH)
                                                : told),
                        "a payment that is REVERSED",
                        "the notification says Paid"),
                Defect.of(
                        "NTF-06",
                        "an open payment is taken for a paid one",
                        event(NotificationDefects::openIsPaid),
                        "the merchant is told the same",
                        "the notification says Paid"),
                Defect.of(
                        "NTF-08",
                        "what is rejected is acknowledged",
                        port(
                                genuine ->
                                        (call, inbound) ->
                                                acknowledged(genuine.open(call, inbound))),
                        "the answer acknowledges what was rejected"),
                // Delivered
                Defect.of(
                        "NTF-09",
                        "requests that came through a proxy are refused",
                        port(
                                genuine ->
                                        (call, inbound) ->
                                                inbound.header("Via").isEmpty()
                                                        ? genuine.open(call, inbound)
                                                        : new Notification.Rejected("via", LATER)),
                        "in another spelling",
                        "verified"),
                Defect.of(
                        "NTF-09",
                        "the signature is checked over the body written anew",
                        new BrokenSignatures.WrittenAnew(),
                        "in another spelling",
                        "verified"),
                Defect.of(
                        "NTF-10",
                        "the amount is the one that the merchant asked about",
                        new BrokenReading.RemembersAmounts(),
                        "not PAID",
                        "another amount is taken for the right one"),
                Defect.of(
                        "NTF-13",
                        "event ids contain the hour",
                        port(
                                genuine ->
                                        (call, inbound) ->
                                                BrokenReading.renamed(
                                                        genuine.open(call, inbound),
                                                        call.now()
                                                                .truncatedTo(ChronoUnit.HOURS)
                                                                .toString())),
                        "replayed",
                        "new event"),
                Defect.of(
                        "NTF-14",
                        "the request is kept in a field",
                        BrokenReading.sharedField(),
                        "64 threads at once",
                        "instead of"),
                Defect.of(
                        "NTF-14",
                        "a second request at the same time is refused",
                        BrokenReading.oneAtATime(),
                        "64 threads at once",
                        "all verified"),
                Defect.of(
                        "NTF-15",
                        "the first result of a payment is remembered",
                        remembersResults(),
                        "open and is paid",
                        "PAID"),
                Defect.of(
                        "NTF-16",
                        "the answer that asks for another delivery acknowledges",
                        replies(Notification.Verified::accept, said -> OK),
                        "failed to handle",
                        "acknowledged although it was not handled"),
                Defect.of(
                        "NTF-16",
                        "the module swallows what it has seen",
                        swallowsRepeats(),
                        "told again",
                        "swallowed"));
    }

    /** Told by the event's fields, which event it is. */
    interface Naming {
        String id(Fields fields, String genuine);
    }

    private static Hooks ids(Naming naming) {
        return new Hooks() {
            @Override
            public String eventId(Fields notification, String genuine) {
                return naming.id(notification, genuine);
            }
        };
    }

    private static PaymentOutcome inSen(PaymentOutcome told) {
        return told instanceof PaymentOutcome.Paid paid
                ? new PaymentOutcome.Paid(
                        paid.providerReference(),
                        new Money(
                                paid.amount().amount().movePointLeft(2), paid.amount().currency()),
                        paid.at())
                : told;
    }

    private static Notification acknowledged(Notification said) {
        return said instanceof Notification.Rejected rejected
                ? new Notification.Rejected(rejected.why(), OK)
                : said;
    }

    private static PaymentOutcome declined() {
        return new PaymentOutcome.Declined(new Decline(Decline.Reason.NOT_COMPLETED, "77", ""));
    }

    private static Event openIsPaid(Event event) {
        return event instanceof Event.PaymentReported reported
                        && reported.reported() instanceof PaymentOutcome.Processing
                ? BrokenReading.with(
                        reported,
                        new PaymentOutcome.Paid(
                                Optional.empty(),
                                reported.amount().orElse(Money.idr(1)),
                                Instant.EPOCH))
                : event;
    }

    private static Hooks remembersResults() {
        Map<String, PaymentOutcome> first = new ConcurrentHashMap<>();
        return event(
                event ->
                        event instanceof Event.PaymentReported reported
                                ? BrokenReading.with(
                                        reported,
                                        first.computeIfAbsent(
                                                reported.paymentReference(),
                                                unused -> reported.reported()))
                                : event);
    }

    private static Hooks swallowsRepeats() {
        Map<String, Boolean> seen = new ConcurrentHashMap<>();
        return event(
                event ->
                        seen.putIfAbsent(event.id(), true) == null
                                ? event
                                : new Event.Unrecognised(event.provider(), event.id(), "again"));
    }
}
