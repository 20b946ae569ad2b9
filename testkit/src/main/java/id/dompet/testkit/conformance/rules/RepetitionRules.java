package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectState;

import id.dompet.http.HttpResponse;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Opened;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.forgeries.Meaning;
import id.dompet.testkit.conformance.forgeries.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** NTF: notifications all at once, in another order, and again. */
abstract class RepetitionRules extends DeliveryRules {
    private static final int THREADS = 64;
    private static final int READS = 50;
    private static final int REPEATS = 5;

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
        expectSteadyIds(genuine);
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
        expectTold();
        for (Way way : notices().ways()) {
            List<Notice> story = new ArrayList<>();
            Optional<Payment> payment = notices().open(way);
            payment.flatMap(notices()::about).ifPresent(story::add);
            if (story.isEmpty() || !payLate(payment.get())) {
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
        expectTold();
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
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
