package id.dompet.internal.transport;

import static id.dompet.internal.transport.Calls.amply;
import static id.dompet.internal.transport.Calls.in;
import static id.dompet.internal.transport.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.dompet.http.HttpFailure;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers, interrupted callers, and the end of the transport. */
@Timeout(120)
final class LifecycleTest {
    private static final Duration MARGIN = Duration.ofSeconds(3);

    @Test
    void sixtyFourCallersAreAllAnsweredWithTheirOwnAnswer() throws Exception {
        try (RawServer echo =
                        RawServer.playing(
                                connection -> {
                                    var request = connection.read();
                                    while (request.isPresent()) {
                                        String line = request.get().firstLine();
                                        connection.write(RawServer.answer(200, line));
                                        request = connection.read();
                                    }
                                });
                ApacheTransport transport = Calls.open(Duration.ofSeconds(5), 16, 4096)) {
            List<Background<Boolean>> callers =
                    IntStream.range(0, 64)
                            .mapToObj(
                                    caller ->
                                            Background.start(
                                                    () -> asksHundred(transport, echo, caller)))
                            .toList();
            for (Background<Boolean> caller : callers) {
                assertThat(caller.result()).isTrue();
            }
            assertThat(echo.requests()).isEqualTo(6400);
            assertThat(echo.connections()).isLessThanOrEqualTo(16);
            Calls.assertNothingLent(transport);
        }
    }

    private static boolean asksHundred(ApacheTransport transport, RawServer echo, int caller) {
        for (int i = 0; i < 100; i++) {
            String path = "/" + caller + "/" + i;
            String body = transport.send(post(echo.uri(path)), amply()).body().text();
            if (!body.equals("POST " + path + " HTTP/1.1")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void anInterruptBeforeTheCallSendsNothingAndStaysSet() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.answer(200, ""));
                ApacheTransport transport = Calls.open()) {
            Background<Object> call =
                    Background.start(
                            () -> {
                                Thread.currentThread().interrupt();
                                return transport.send(post(server.uri("/")), amply());
                            });
            assertThat(call.failure())
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("interrupted");
            assertThat(call.endedInterrupted()).isTrue();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void anInterruptAfterSendingIsNoAnswerAndStaysSet() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server =
                        RawServer.playing(
                                connection -> {
                                    connection.request();
                                    taken.countDown();
                                    never.await();
                                });
                ApacheTransport transport = Calls.open()) {
            Background<Object> call =
                    Background.start(() -> transport.send(post(server.uri("/")), amply()));
            taken.await();
            long start = System.nanoTime();
            call.interrupt();

            assertThat(call.failure())
                    .isInstanceOf(HttpFailure.NoAnswer.class)
                    .hasMessageContaining("interrupted");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MARGIN);
            assertThat(call.endedInterrupted()).isTrue();
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void anInterruptWhileResolvingSendsNothingAndStaysSet() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        NameLookup hanging =
                host -> {
                    asked.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                };
        try (ApacheTransport transport =
                new ApacheTransport(TransportSettings.defaults(), Optional.empty(), hanging)) {
            Background<Object> call =
                    Background.start(
                            () ->
                                    transport.send(
                                            post(URI.create("http://slow.invalid/")), amply()));
            asked.await();
            call.interrupt();

            assertThat(call.failure())
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("interrupted while resolving");
            assertThat(call.endedInterrupted()).isTrue();
            Calls.assertNothingLent(transport);
        }
    }

    @Test
    void interruptsAndDeadlinesAtAnyMomentLeaveNothingLent() throws Exception {
        Random random = new Random(7);
        try (RawServer server = RawServer.answering(RawServer.answer(200, "ok"));
                ApacheTransport transport = Calls.open(Duration.ofSeconds(5), 2, 4096)) {
            for (int round = 0; round < 100; round++) {
                List<Background<Object>> calls = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Duration allowed = Duration.ofNanos(50_000L + random.nextInt(3_000_000));
                    calls.add(
                            Background.start(
                                    () -> transport.send(post(server.uri("/")), in(allowed))));
                }
                calls.get(random.nextInt(4)).interrupt();
                for (Background<Object> call : calls) {
                    assertThat(outcome(call)).isIn("answered", "NotSent", "NoAnswer");
                }
            }
            Calls.assertNothingLent(transport);
            assertThat(transport.send(post(server.uri("/")), amply()).status()).isEqualTo(200);
        }
    }

    private static String outcome(Background<Object> call) throws Exception {
        try {
            return call.result() == null ? "nothing" : "answered";
        } catch (java.util.concurrent.ExecutionException e) {
            Throwable cause = e.getCause();
            return cause == null ? "no cause" : cause.getClass().getSimpleName();
        }
    }

    @Test
    void closingEndsTheCallsInFlightAndTheThreads() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> before = threads();
        try (RawServer server =
                RawServer.playing(
                        connection -> {
                            connection.request();
                            taken.countDown();
                            never.await();
                        })) {
            ApacheTransport transport = Calls.open(Duration.ofSeconds(5), 1, 4096);
            List<Thread> own = threads();
            own.removeAll(before);
            assertThat(own).extracting(Thread::getName).contains("dompet-deadlines");
            Background<Object> sent =
                    Background.start(() -> transport.send(post(server.uri("/")), amply()));
            taken.await();
            Background<Object> waiting =
                    Background.start(() -> transport.send(post(server.uri("/")), amply()));
            while (transport.connections().getPending() == 0) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            transport.close();

            assertThat(sent.failure())
                    .isInstanceOf(HttpFailure.NoAnswer.class)
                    .hasMessageContaining("the transport was closed");
            assertThat(waiting.failure())
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("the transport was closed");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MARGIN);
            assertThat(catchThrowable(() -> transport.send(post(server.uri("/")), amply())))
                    .isInstanceOf(HttpFailure.NotSent.class)
                    .hasMessageContaining("closed");
            transport.close();
            for (Thread thread : own) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    /** Those that a transport starts. */
    private static List<Thread> threads() {
        List<Thread> found = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("dompet-")
                    || thread.getName().startsWith("idle-connection-evictor")) {
                found.add(thread);
            }
        }
        return found;
    }
}
