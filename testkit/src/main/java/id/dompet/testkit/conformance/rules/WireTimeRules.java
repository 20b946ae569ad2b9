package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.model.Payment;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Level;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.AtOnce;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Idlers;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.RestlessTime;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** WIRE: what shows while time goes on: clocks, the life of tokens, and waiting. */
abstract class WireTimeRules extends WireCrowdRules {
    private static final int CALLERS = 8;

    /** How much longer than a hanging answer's deadline a busy machine may take for a good one. */
    private static final int PATIENCE = 10;

    @Rule(
            id = "WIRE-11",
            level = Level.SHOULD,
            needs = Need.PAY,
            demands = "A token is fetched once and serves as long as it lives, for all callers.",
            why =
                    "A token for every request doubles the time of each payment and the number of"
                            + " requests, which providers limit. Where only the latest token counts,"
                            + " callers make each other's useless.",
            check =
                    "that tokens go through Credentials.current, and that their end is read in the"
                            + " provider's unit.")
    public final void wire11_tokensServeUntilTheyEnd() {
        for (Way way : new Truths(bench()).oneForEachWallet()) {
            Payer payer = new Payer(bench(), way);
            List<String> sent = new CopyOnWriteArrayList<>();
            Dompet dompet = listeningTo(sent);
            String second = "a payment by %s, the second in a row".formatted(way);
            for (int i = 0; i < 2; i++) {
                sent.clear();
                Tried.of(() -> dompet.pay(payer.next(PRICE)))
                        .expect(second, "PAID", "AWAITING_CUSTOMER", "PROCESSING");
            }
            for (Operation token : List.of(Operation.TOKEN, Operation.CUSTOMER_TOKEN)) {
                expect(
                        count(token, sent) == 0,
                        second + ": no " + token + " request, for the first one's serves",
                        sent);
            }
            togetherFetchOne(way, payer);
        }
    }

    private void togetherFetchOne(Way way, Payer payer) {
        List<String> sent = new CopyOnWriteArrayList<>();
        Dompet dompet = listeningTo(sent);
        List<Supplier<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Payment payment = payer.next(PRICE);
            calls.add(() -> dompet.pay(payment));
        }
        List<Tried> unused = AtOnce.all(calls);
        expect(
                count(Operation.TOKEN, sent) <= 1,
                "%d payments by %s at once, and no token yet: one TOKEN request serves all of them"
                        .formatted(CALLERS, way),
                sent);
    }

    /** Has to fetch its tokens; tells the paths of its own requests, not of other facades'. */
    private Dompet listeningTo(List<String> sent) {
        return bench().withoutTokens(builder -> builder.listener(to(sent)));
    }

    private long count(Operation token, List<String> paths) {
        Set<String> ofTokens =
                bench().provider.requests().stream()
                        .filter(seen -> bench().provider.serves(seen, token))
                        .map(seen -> seen.request().path())
                        .collect(Collectors.toSet());
        return paths.stream().filter(ofTokens::contains).count();
    }

    @Rule(
            id = "WIRE-12",
            demands = "A request says one time, however often the clock is read meanwhile.",
            why =
                    "On a real machine time goes on between two readings. A header with one of them"
                            + " and a signature over the other is refused, now and then.",
            check =
                    "that the clock is read once for each request, and this reading is sent and"
                            + " signed.")
    public final void wire12_aRequestSaysOneTime() {
        expectAcceptedInStillTime();
        untilMidnight();
        bench().mark();
        List<String> sent = new CopyOnWriteArrayList<>();
        Dompet dompet =
                bench().open(
                                bench().config(),
                                builder ->
                                        builder.credentials(CredentialStore.inMemory())
                                                .time(new RestlessTime(bench()))
                                                .listener(to(sent)));
        new Journey(bench(), dompet, "while time goes on").play();
        expectAccepted("a whole journey while time goes on", sent);
    }

    @Rule(
            id = "WIRE-13",
            needs = Need.PAY,
            demands = "A call whose answer hangs holds up no other.",
            why =
                    "One slow answer of the provider's would stop every customer of the merchant's,"
                            + " one after the other.",
            check = "locks and synchronized methods around Call.send; pools with few places.")
    public final void wire13_nobodyWaitsForOthers() {
        for (Way way : new Truths(bench()).oneForEachWallet()) {
            Payer payer = new Payer(bench(), way);
            Payment slow = payer.next(PRICE);
            bench().mark();
            heldUp(
                    "a payment by " + way,
                    Operation.PAY,
                    () -> bench().dompet.pay(slow),
                    () -> bench().dompet.pay(payer.next(PRICE)));
            bench().waitAsDeclared(way.wallet());
            heldUp(
                    "status of a payment by " + way,
                    Operation.STATUS,
                    () -> bench().dompet.status(slow),
                    () -> bench().dompet.status(payer.next(PRICE)));
        }
    }

    /** The other call has to come back while the first one still waits. */
    private void heldUp(String what, Operation operation, Supplier<?> slow, Supplier<?> other) {
        int before = bench().count(operation);
        bench().provider.next(operation, Fault.hang());
        CountDownLatch back = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Tried> first = threads.submit(() -> Tried.of(slow));
            while (bench().count(operation) == before && !first.isDone()) {
                Thread.onSpinWait();
            }
            Future<Tried> second =
                    threads.submit(
                            () -> {
                                Tried tried = Tried.of(other);
                                back.countDown();
                                return tried;
                            });
            boolean done =
                    back.await(
                            bench().scale.patience().multipliedBy(PATIENCE).toMillis(),
                            TimeUnit.MILLISECONDS);
            bench().provider.dropConnections();
            Tried unused = first.get();
            unused = second.get();
            expect(
                    done,
                    what + " while the answer to another one hangs: it does not wait for that",
                    "it came back only when the other one had ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the suite was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the suite failed", e.getCause());
        } finally {
            threads.shutdown();
            bench().provider.clearFaults();
        }
    }

    @Rule(
            id = "WIRE-14",
            needs = Need.PAY,
            demands = "A call waits for nothing but the provider's answer.",
            why =
                    "The deadline of a call ends requests. A module that sleeps, or waits for"
                            + " something of its own, keeps the customer and a thread of the"
                            + " merchant's waiting beyond it.",
            check = "Thread.sleep, wait and await in the module; polling belongs to the merchant.")
    public final void wire14_nothingIsWaitedFor() {
        Bench bench = bench();
        for (Way way : new Truths(bench).oneForEachWallet()) {
            Payment payment = new Payer(bench, way).next(PRICE);
            idles("a payment by " + way, () -> bench.dompet.pay(payment));
            bench.waitAsDeclared(way.wallet());
            idles("status of a payment by " + way, () -> bench.dompet.status(payment));
        }
    }

    private void idles(String operation, Supplier<?> call) {
        List<String> idle =
                Idlers.during(
                        bench().subject.plugin().getClass(),
                        () -> {
                            Tried unused = Tried.of(call);
                        });
        expect(
                idle.isEmpty(),
                operation + ": the module neither sleeps nor waits for something of its own",
                idle);
    }
}
