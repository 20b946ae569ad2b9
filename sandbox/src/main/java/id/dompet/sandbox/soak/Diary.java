package id.dompet.sandbox.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.ledger.Alert;
import id.dompet.ledger.PaymentState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The merchant's own system, which outlives the workers: writes down what the handler was told and
 * what callers were answered. While there is trouble, it sometimes fails, so that it is told again.
 * Thread-safe.
 */
final class Diary implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Diary::daemon);
    private final Map<String, List<Told>> told = new LinkedHashMap<>();
    private final Map<String, List<PaymentState>> answered = new LinkedHashMap<>();
    private boolean troubled = true;

    /**
     * What a handler was told.
     *
     * @param number the event's, among those of its payment
     * @param refund the refund it is about, or empty text for the payment itself
     * @param state how that stood
     * @param rupiah its amount
     * @param alert what a person has to look at, or empty text
     */
    record Told(long number, String refund, String state, long rupiah, String alert) {
        boolean isOfPayment() {
            return refund.isEmpty();
        }
    }

    private Diary(Random random, HttpServer server) {
        this.random = random;
        this.server = server;
    }

    static Diary open(Random random) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Diary diary = new Diary(random, server);
            server.createContext("/told", diary::handle);
            server.setExecutor(diary.threads);
            server.start();
            return diary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "diary");
        thread.setDaemon(true);
        return thread;
    }

    /** Where workers tell what they were told. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(write(body) ? 200 : 503, -1);
        }
    }

    private synchronized boolean write(JsonNode body) {
        int luck = troubled ? random.nextInt(100) : 100;
        if (luck < 3) {
            return false;
        }
        told.computeIfAbsent(body.path("reference").asText(), unused -> new ArrayList<>())
                .add(
                        new Told(
                                body.path("number").asLong(),
                                body.path("refund").asText(""),
                                body.path("state").asText(),
                                body.path("rupiah").asLong(),
                                body.path("alert").asText("")));
        notifyAll();
        // Written down, and yet it seems to have failed.
        return luck >= 6;
    }

    /** From now on it does not fail. */
    synchronized void behave() {
        troubled = false;
    }

    /** A caller was answered that a payment stands so, and that this is written down. */
    synchronized void answered(String reference, PaymentState state) {
        answered.computeIfAbsent(reference, unused -> new ArrayList<>()).add(state);
    }

    /** Waits until the handler was told how a payment ended. */
    synchronized Optional<PaymentState> awaitEnd(String reference, long millis)
            throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (true) {
            Optional<PaymentState> known =
                    toldOf(reference).stream()
                            .filter(Told::isOfPayment)
                            .map(each -> PaymentState.valueOf(each.state()))
                            .filter(state -> !state.isOpen())
                            .reduce((first, second) -> second);
            long left = (end - System.nanoTime()) / 1_000_000;
            if (known.isPresent() || left <= 0) {
                return known;
            }
            wait(left);
        }
    }

    /** Everything the handler was told of a payment, in this order. */
    synchronized List<Told> toldOf(String reference) {
        return List.copyOf(told.getOrDefault(reference, List.of()));
    }

    /** The refunds, with their payments, that the handler was told a person has to look at. */
    synchronized Map<String, String> missingRefunds() {
        Map<String, String> missing = new LinkedHashMap<>();
        told.forEach(
                (payment, events) ->
                        events.stream()
                                .filter(each -> each.alert().equals(Alert.REFUND_NOT_FOUND.name()))
                                .forEach(each -> missing.put(each.refund(), payment)));
        return missing;
    }

    /** Everything callers were answered about a payment, in this order. */
    synchronized List<PaymentState> answersOf(String reference) {
        return List.copyOf(answered.getOrDefault(reference, List.of()));
    }

    /** Every payment that somebody was told of. */
    synchronized List<String> references() {
        List<String> all = new ArrayList<>(told.keySet());
        answered.keySet().stream().filter(each -> !told.containsKey(each)).forEach(all::add);
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
