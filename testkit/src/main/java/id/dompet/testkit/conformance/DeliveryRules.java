package id.dompet.testkit.conformance;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** NTF: notifications that come again, late, in another order, or all at once. */
abstract class DeliveryRules extends NotificationRules {
    private static final int THREADS = 64;
    private static final int READS = 50;
    private static final int SPELLINGS = 1_000;
    private static final int REPEATS = 5;

    @Rule(
            id = "NTF-09",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "Genuine notifications are verified however they are written and delivered:"
                            + " headers in other case and more of them, other spelling, five times,"
                            + " twelve hours late.",
            why = "A genuine notification that is refused is a payment nobody hears of.",
            check =
                    "Verify the bytes that came, not a text written anew; ignore headers and fields"
                            + " that are not known; the event id does not depend on the spelling.")
    public final void ntf09_otherSpellingsAreVerified() {
        List<Notice> genuine = notices().ofEveryKind();
        int read = 0;
        for (Notice notice : genuine) {
            List<InboundRequest> spelled = new ArrayList<>(List.of(notice.request()));
            spelled.addAll(bench().provider.spellings(notice.request()));
            for (int i = 0; i * genuine.size() < SPELLINGS; i++) {
                InboundRequest each = dressed(spelled.get(i % spelled.size()), i);
                Opened opened = Opened.by(bench(), each);
                String what = "a genuine notification in another spelling (%d)".formatted(i);
                expect(opened.verified().isPresent(), what + ": verified", opened);
                expect(
                        Meaning.of(opened.verified().get().event()).equals(notice.meaning())
                                && opened.verified().get().event().id().equals(notice.id()),
                        what + ": says the same, under the same event id",
                        opened);
                read++;
            }
        }
        evidence(read + " spellings");
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            if (notices().about(payment).isEmpty()) {
                continue; // NTF-01 says so
            }
            Instant unused = bench().clock.advance(Duration.ofHours(12));
            bench().merchant.forget();
            boolean acknowledged = bench().provider.notifyPayment(payment.reference());
            expect(
                    acknowledged
                            && told(payment).stream()
                                    .anyMatch(told -> told.state() == PaymentOutcome.State.PAID),
                    "a genuine notification that comes twelve hours late, %s: verified, PAID"
                            .formatted(way),
                    bench().merchant.told() + ", answered " + bench().merchant.received());
        }
    }

    /** The same under headers' names in another case, with headers of proxies. */
    private static InboundRequest dressed(InboundRequest genuine, int number) {
        Map<String, List<String>> headers = new TreeMap<>();
        genuine.headers()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        number % 3 == 0
                                                ? name.toLowerCase(java.util.Locale.ROOT)
                                                : number % 3 == 1
                                                        ? name.toUpperCase(java.util.Locale.ROOT)
                                                        : name,
                                        values));
        headers.put("X-Forwarded-For", List.of("203.0.113." + number % 256, "10.0.0.1"));
        headers.put("X-Request-Id", List.of("request-" + number));
        headers.put("Via", List.of("1.1 proxy"));
        return InboundRequest.of(
                genuine.method(), genuine.target(), headers, genuine.body().bytes());
    }

    @Rule(
            id = "NTF-10",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification about another amount than the merchant's payment has is never"
                            + " PAID.",
            why = "Somebody who pays a tenth gets the goods.",
            check =
                    "The amount is the one that the notification names, read from the field that"
                            + " is signed; never the one that the module was asked about.")
    public final void ntf10_anotherAmountIsNotPaid() {
        for (Way way : notices().ways()) {
            Payment paid = bench().paid(way, PRICE);
            for (Money stored : List.of(Money.idr(250_000), Money.idr(2_500), Money.idr(25_001))) {
                Payment other = Truth.like(paid, paid.reference(), stored);
                bench().merchant.store(other);
                PaymentOutcome unused = bench().status(other);
                bench().merchant.forget();
                boolean acknowledged = bench().provider.notifyPayment(paid.reference());
                for (PaymentOutcome told : told(paid)) {
                    expect(
                            told.state() != PaymentOutcome.State.PAID,
                            "a notification about %s, where the merchant has stored %s, %s: not PAID"
                                    .formatted(PRICE, stored, way),
                            "another amount is taken for the right one: %s, acknowledged: %s"
                                    .formatted(told, acknowledged));
                }
            }
        }
    }

    @Rule(
            id = "NTF-13",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification that is replayed hours later, or after the money went back, is"
                            + " rejected, or the event that it was before.",
            why =
                    "Merchants know replays by the event id; a new one books a payment again whose"
                            + " money has gone back.",
            check = "Event.id: without the day or hour, the clock, or the present state.")
    public final void ntf13_replaysAreTheSameEvent() {
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            Optional<Notice> first = notices().about(payment);
            if (first.isEmpty()) {
                throw notApplicable("no genuine notification is verified: see NTF-01");
            }
            expectSameEvent(way, "at once", first.get());
            if (bench().profile().can(way.wallet(), Capability.REFUND)) {
                RefundOutcome unused =
                        bench().dompet
                                .refund(
                                        new Refund(
                                                bench().reference(way.wallet(), "refund"),
                                                payment,
                                                PRICE,
                                                "returned",
                                                bench().clock.instant()));
                expectSameEvent(way, "after the money went back", first.get());
            }
            for (int hours : List.of(1, 5, 20, 48)) {
                Instant unused = bench().clock.advance(Duration.ofHours(hours));
                expectSameEvent(way, hours + " hours after that", first.get());
            }
        }
    }

    private void expectSameEvent(Way way, String when, Notice first) {
        Opened again = Opened.by(bench(), first.request());
        expect(
                again.verified().filter(said -> !said.event().id().equals(first.id())).isEmpty(),
                "a notification replayed %s, %s: rejected, or the same event id"
                        .formatted(when, way),
                "the replay is a new event: " + again);
    }

    @Rule(
            id = "NTF-14",
            needs = {Need.NOTIFY, Need.PAY},
            demands = "64 threads read genuine notifications at once, and all are verified.",
            why =
                    "Providers deliver in bursts; shared state mixes one customer's notification"
                            + " with another's.",
            check = "Message digests, MACs, parsers and formats kept in fields of a shared object.")
    public final void ntf14_manyAtOnceAreVerified() throws InterruptedException {
        List<Notice> genuine = notices().ofEveryKind();
        if (genuine.isEmpty()) {
            throw notApplicable("no genuine notification is verified: see NTF-01");
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Optional<String>>> readers =
                    Stream.generate(() -> (Callable<Optional<String>>) () -> misread(genuine))
                            .limit(THREADS)
                            .toList();
            for (Future<Optional<String>> each : threads.invokeAll(readers)) {
                Optional<String> wrong = each.get();
                expect(
                        wrong.isEmpty(),
                        "genuine notifications, %d threads at once: all verified, each as alone"
                                .formatted(THREADS),
                        wrong.orElse(""));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<String> misread(List<Notice> genuine) {
        for (int i = 0; i < READS; i++) {
            for (Notice each : genuine) {
                Opened opened = Opened.by(bench(), each.request());
                boolean right =
                        opened.verified()
                                .filter(said -> said.event().id().equals(each.id()))
                                .filter(said -> Meaning.of(said.event()).equals(each.meaning()))
                                .isPresent();
                if (!right) {
                    return Optional.of(opened + " instead of " + each.said());
                }
            }
        }
        return Optional.empty();
    }

    @Rule(
            id = "NTF-15",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "In whatever order and however often a payment's notifications come, each is"
                            + " read as if it came alone, and none contradicts what happened.",
            why =
                    "Networks change the order. A module that remembers the first one hides the"
                            + " payment that came after it.",
            check = "NotifyPort.open keeps nothing between notifications.")
    public final void ntf15_orderDoesNotMatter() {
        for (Way way : notices().ways()) {
            List<Notice> story = new ArrayList<>();
            Optional<Payment> payment = notices().open(way);
            payment.flatMap(notices()::about).ifPresent(story::add);
            if (story.isEmpty() || !bench().provider.payLate(payment.get().reference())) {
                continue;
            }
            bench().merchant.forget();
            boolean acknowledged = bench().provider.notifyPayment(payment.get().reference());
            expectState(
                    "a genuine notification about a payment that was open and is paid, " + way,
                    told(payment.get()).stream()
                            .reduce((first, last) -> last)
                            .map(PaymentOutcome::state)
                            .orElse(PaymentOutcome.State.NOT_FOUND),
                    "told " + told(payment.get()) + ", acknowledged: " + acknowledged,
                    PaymentOutcome.State.PAID);
            notices().about(payment.get()).ifPresent(story::add);
            for (int i = 0; i < REPEATS; i++) {
                Collections.rotate(story, 1);
                for (Notice each : story) {
                    Opened opened = Opened.by(bench(), each.request());
                    expect(
                            opened.verified()
                                    .filter(said -> Meaning.of(said.event()).equals(each.meaning()))
                                    .isPresent(),
                            "notifications about one payment in another order, %s: read as before"
                                    .formatted(way),
                            opened + " instead of " + each.said());
                    bench().merchant.forget();
                    HttpResponse unused =
                            bench().dompet.receive(Bench.ID, each.request(), bench().merchant);
                    expectTruth("notifications in another order, " + way);
                }
            }
        }
    }

    @Rule(
            id = "NTF-16",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification that the merchant could not handle is not acknowledged, and the"
                            + " next delivery is told again.",
            why = "Acknowledged, it never comes again, and the payment is lost.",
            check =
                    "Verified.retryLater: an answer that makes the provider repeat; no memory of"
                            + " events in the module, since only the merchant knows what is done.")
    public final void ntf16_unhandledComesAgain() {
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            if (notices().about(payment).isEmpty()) {
                throw notApplicable("no genuine notification is verified: see NTF-01");
            }
            bench().merchant.failing(true);
            boolean failed = bench().provider.notifyPayment(payment.reference());
            expect(
                    !failed,
                    "a notification that the merchant's handler failed to handle, %s: the provider"
                                    .formatted(way)
                            + " is asked to deliver it again",
                    "acknowledged although it was not handled: " + bench().merchant.received());
            bench().merchant.failing(false);
            bench().merchant.forget();
            boolean unused = bench().provider.notifyPayment(payment.reference());
            expect(
                    !told(payment).isEmpty(),
                    "the next delivery of a notification that was not handled, %s: told again"
                            .formatted(way),
                    "swallowed: " + bench().merchant.received());
            Payment unknown = bench().paid(way, PRICE);
            bench().merchant.lose(unknown);
            boolean acknowledged = bench().provider.notifyPayment(unknown.reference());
            expect(
                    !acknowledged,
                    "a notification about a payment that the merchant has not stored yet, %s: to be"
                                    .formatted(way)
                            + " delivered again",
                    "acknowledged although nobody knows it: " + bench().merchant.received());
        }
    }
}
