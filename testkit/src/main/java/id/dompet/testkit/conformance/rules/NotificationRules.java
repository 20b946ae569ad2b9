package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectState;

import id.dompet.Dompet;
import id.dompet.model.Notification.Event;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Merchant.Told;
import id.dompet.testkit.conformance.bench.Opened;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.forgeries.Forgeries;
import id.dompet.testkit.conformance.forgeries.Forgery;
import id.dompet.testkit.conformance.forgeries.Garbage;
import id.dompet.testkit.conformance.forgeries.Notice;
import id.dompet.testkit.conformance.forgeries.Notices;
import id.dompet.testkit.conformance.forgeries.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** NTF: what the provider tells the merchant. */
abstract class NotificationRules extends RefundCodeRules {
    private static final int REFUSALS = 2_000;

    final Notices notices() {
        return new Notices(bench());
    }

    /** What the merchant was told about a payment, oldest first. */
    final List<PaymentOutcome> told(Payment payment) {
        return bench().merchant.told().stream()
                .filter(told -> told.payment().reference().equals(payment.reference()))
                .map(Told::outcome)
                .toList();
    }

    @Rule(
            id = "NTF-01",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A genuine notification about a paid payment reaches the merchant's handler as"
                            + " PAID, and is acknowledged in the provider's words.",
            why =
                    "A merchant who is not told ships nothing; a provider whose notification is not"
                            + " acknowledged sends it again and again, or gives up.",
            check =
                    "NotifyPort.open: the path and the bytes that are signed, as the provider's"
                            + " document has them; the amount; Verified.accept.")
    public final void ntf01_genuineReachesTheMerchant() {
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            bench().merchant.forget();
            boolean acknowledged = bench().provider.notifyPayment(payment.reference());
            String situation = "a genuine notification about a paid payment, " + way;
            List<PaymentOutcome> told = told(payment);
            expect(
                    told.size() == 1,
                    situation + ": verified, and the merchant's handler is told once",
                    told.size() + " times; answered " + bench().merchant.received());
            expectState(situation, told.get(0).state(), told.get(0), PaymentOutcome.State.PAID);
            expect(
                    acknowledged,
                    situation + ": acknowledged once the handler returned",
                    bench().merchant.received());
        }
    }

    @Rule(
            id = "NTF-04",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A genuine notification with a result or of a kind that no document mentions is"
                            + " acknowledged and changes nothing.",
            why =
                    "Providers add results without notice: taken for a decline they cancel a paid"
                            + " order, and not acknowledged they come again for ever.",
            check =
                    "The default branch of the mapping: PaymentReported with UNKNOWN, or"
                            + " Unrecognised, both Verified.")
    public final void ntf04_unheardOfChangesNothing() {
        expectTold();
        int sent = 0;
        for (Way way : notices().ways()) {
            Payment payment = notices().open(way).orElseGet(() -> bench().paid(way, PRICE));
            bench().merchant.forget();
            Optional<Boolean> acknowledged = bench().provider.notifyUnheardOf(payment.reference());
            if (acknowledged.isEmpty()) {
                continue;
            }
            sent++;
            String situation = "a genuine notification with an undocumented result, " + way;
            for (Told told : bench().merchant.told()) {
                boolean asked =
                        told.verified().event() instanceof Event.PaymentReported reported
                                && !reported.signed();
                expect(
                        !told.outcome().isFinal() || asked,
                        situation + ": the merchant is told nothing final",
                        told.outcome());
            }
            expectTruth(situation);
            expect(
                    acknowledged.get(),
                    situation + ": acknowledged, so that the provider stops repeating it",
                    bench().merchant.received());
        }
        if (sent == 0) {
            throw notApplicable("the simulated provider sends no undocumented notification");
        }
    }

    @Rule(
            id = "NTF-05",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "Every delivery of the same event has the same event id, in every process;"
                            + " another payment or another result has another.",
            why =
                    "Merchants remember ids: a new one for the same event books twice, one id for"
                            + " two events loses the second.",
            check =
                    "Event.id: made from what the event says (payment, result), not from time,"
                            + " chance or how it was sent.")
    public final void ntf05_eventIdsTellEventsApart() {
        for (Way way : notices().ways()) {
            Payment paid = bench().paid(way, PRICE);
            Optional<Notice> first = notices().about(paid);
            Optional<Notice> second = notices().about(paid);
            Optional<Notice> other = notices().about(bench().paid(way, PRICE));
            if (first.isEmpty() || second.isEmpty() || other.isEmpty()) {
                throw notApplicable("no genuine notification is verified: see NTF-01");
            }
            Set<String> ids = new TreeSet<>(List.of(first.get().id(), second.get().id()));
            try (Dompet elsewhere = bench().open(bench().config())) {
                for (Dompet each : List.of(bench().dompet, elsewhere)) {
                    Opened.by(each, first.get().request())
                            .verified()
                            .ifPresent(said -> ids.add(said.event().id()));
                }
            }
            expect(
                    ids.size() == 1,
                    "deliveries of the same event, %s: one event id".formatted(way),
                    "the same event has %d ids: %s".formatted(ids.size(), ids));
            expect(
                    !other.get().id().equals(first.get().id()),
                    "events about two payments, %s: two event ids".formatted(way),
                    "both have the id " + first.get().id());
            Optional<Payment> waiting = notices().open(way);
            Optional<Notice> open = waiting.flatMap(notices()::about);
            if (open.isPresent() && bench().provider.payLate(waiting.get().reference())) {
                Optional<Notice> then = notices().about(waiting.get());
                expect(
                        then.isEmpty() || !then.get().id().equals(open.get().id()),
                        "a payment that is open and then paid, %s: two event ids".formatted(way),
                        "both have the id " + open.get().id());
            }
        }
    }

    @Rule(
            id = "NTF-06",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "What a notification about a declined, open or given back payment says is what"
                            + " status says at that moment.",
            why =
                    "A merchant who hears two stories ships for one of them, or cancels a payment"
                            + " that its customer is still making.",
            check =
                    "The mapping of the notification's results; where status and notification have"
                            + " the same codes, share it.")
    public final void ntf06_notificationsAgreeWithStatus() {
        expectTold();
        for (Way way : notices().ways()) {
            List<Payment> payments = new ArrayList<>();
            notices().declined(way).ifPresent(payments::add);
            notices().open(way).ifPresent(payments::add);
            notices().givenBack(way).ifPresent(payments::add);
            for (Payment payment : payments) {
                bench().merchant.forget();
                boolean acknowledged = bench().provider.notifyPayment(payment.reference());
                if (bench().merchant.received().isEmpty()) {
                    continue; // this provider tells about paid ones only
                }
                List<PaymentOutcome> told = told(payment);
                PaymentOutcome truth = bench().status(payment);
                String situation =
                        "a genuine notification about a payment that is %s, %s"
                                .formatted(truth.state(), way);
                expect(
                        !told.isEmpty() || (acknowledged && !truth.isFinal()),
                        situation + ": verified, and told to the merchant",
                        bench().merchant.received());
                for (PaymentOutcome each : told) {
                    expect(
                            state(each) == state(truth),
                            situation + ": the merchant is told the same",
                            "the notification says " + each);
                }
            }
        }
    }

    @Rule(
            id = "NTF-08",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "The answer to a rejected notification is never an acknowledgement in the"
                            + " provider's words.",
            why =
                    "A genuine notification that is refused because of a fault, an old key for"
                            + " example, must come again; acknowledged it is lost.",
            check = "Rejected.reply: a refusal's status and body, in every branch.")
    public final void ntf08_rejectedIsNotAcknowledged() {
        List<Notice> genuine = notices().ofEveryKind();
        if (genuine.isEmpty()) {
            throw notApplicable("no genuine notification is verified: see NTF-01");
        }
        List<Forgery> all = new ArrayList<>(Garbage.like(genuine.get(0).request(), 1));
        new Forgeries(genuine.stream().map(Notice::request).toList(), 1)
                .first(REFUSALS)
                .map(Forgeries.Numbered::forgery)
                .forEach(all::add);
        for (Forgery each : all) {
            Opened.by(bench(), each.request())
                    .rejected()
                    .ifPresent(
                            rejected ->
                                    expect(
                                            !bench().provider.acknowledges(rejected.reply()),
                                            each.how() + ": rejected, and not acknowledged",
                                            "the answer acknowledges what was rejected: "
                                                    + rejected.reply()));
        }
    }

    /** Lets a payment be paid that was waiting; false if it cannot be. */
    final boolean payLate(Payment payment) {
        return bench().provider.payLate(payment.reference(), payment.customer().phone());
    }

    /** What most rules start from; where it does not hold, NTF-01 says so, and only that. */
    final void expectTold() {
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            boolean acknowledged = bench().provider.notifyPayment(payment.reference());
            if (!acknowledged
                    || told(payment).stream()
                            .noneMatch(told -> told.state() == PaymentOutcome.State.PAID)) {
                throw notApplicable("genuine notifications do not reach the merchant: see NTF-01");
            }
        }
        bench().merchant.forget();
    }

    /** What rules about events start from; where it does not hold, NTF-05 says so. */
    final void expectSteadyIds(List<Notice> genuine) {
        for (Notice each : genuine) {
            Optional<String> again =
                    Opened.by(bench(), each.request()).verified().map(said -> said.event().id());
            if (again.filter(id -> !id.equals(each.id())).isPresent()) {
                throw notApplicable("event ids change from reading to reading: see NTF-05");
            }
        }
    }

    /** Nothing that the merchant was told contradicts what the provider did. */
    final void expectTruth(String situation) {
        for (Told told : bench().merchant.told()) {
            expect(
                    !Truth.contradicts(bench(), told.payment(), told.outcome()),
                    situation + ": the merchant is told the truth",
                    told.outcome()
                            + ", but the provider has charged "
                            + bench().charged(told.payment()));
        }
    }

    /** Wallets can wait for their customers in different ways, which for the merchant is one. */
    private static PaymentOutcome.State state(PaymentOutcome outcome) {
        return outcome.state() == PaymentOutcome.State.AWAITING_CUSTOMER
                ? PaymentOutcome.State.PROCESSING
                : outcome.state();
    }
}
