package id.dompet.sandbox.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the providers post notifications: hands the bytes to a living worker, as a load balancer
 * would, and refuses when there is none, so that the provider sends again. While there is trouble,
 * it loses them before or after they were delivered, delays them so that later ones overtake them,
 * delivers them twice at the same time, and brings forged ones. Thread-safe.
 */
final class Relay implements AutoCloseable {
    private static final int LONGEST_DELAY = 900;

    private final Fleet fleet;
    private final Random random;
    private final Caller caller = new Caller();
    private final AtomicLong mischief = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(Relay::daemon);
    private final HttpServer server;
    private volatile boolean troubled = true;

    private enum Mischief {
        NONE,
        LOST,
        ANSWER_LOST,
        LATE,
        TWICE,
        FORGED
    }

    private Relay(Fleet fleet, Random random, HttpServer server) {
        this.fleet = fleet;
        this.random = random;
        this.server = server;
    }

    static Relay start(Fleet fleet, Random random) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Relay relay = new Relay(fleet, random, server);
            server.createContext("/notify/", relay::handle);
            server.setExecutor(relay.threads);
            server.start();
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    }

    /** Where the providers post to; the instance's name comes behind it. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notify/");
    }

    /** From now on it does its job. */
    void behave() {
        troubled = false;
    }

    /** How often it did not. */
    long mischief() {
        return mischief.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Letter letter =
                    Letter.of(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes());
            Optional<HttpResponse<byte[]>> answer = answer(letter);
            if (answer.isEmpty()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] body = answer.get().body();
            answer.get()
                    .headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(
                    answer.get().statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<HttpResponse<byte[]>> answer(Letter letter) throws InterruptedException {
        Mischief chosen = choose();
        switch (chosen) {
            case NONE -> {
                return pass(letter);
            }
            case LOST -> {
                return Optional.empty();
            }
            case ANSWER_LOST -> {
                Optional<HttpResponse<byte[]>> unused = pass(letter);
                return Optional.empty();
            }
            case LATE -> Thread.sleep(delay());
            case TWICE -> threads.execute(() -> passQuietly(letter));
            case FORGED -> {
                Optional<HttpResponse<byte[]>> unused = pass(forge(letter));
            }
        }
        return pass(letter);
    }

    private synchronized Mischief choose() {
        if (!troubled || random.nextInt(100) < 50) {
            return Mischief.NONE;
        }
        mischief.incrementAndGet();
        List<Mischief> all = List.of(Mischief.values());
        return all.get(1 + random.nextInt(all.size() - 1));
    }

    private synchronized int delay() {
        return random.nextInt(LONGEST_DELAY);
    }

    private synchronized Letter forge(Letter letter) {
        return letter.forged(random);
    }

    private synchronized Optional<URI> worker() {
        return fleet.any(random);
    }

    private void passQuietly(Letter letter) {
        try {
            Optional<HttpResponse<byte[]>> unused = pass(letter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<HttpResponse<byte[]>> pass(Letter letter) throws InterruptedException {
        Optional<URI> worker = worker();
        return worker.isEmpty() ? Optional.empty() : caller.pass(letter.to(worker.get()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
