package id.dompet.testkit.conformance.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.NotificationHandler;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The merchant's side: an HTTP server that hands what arrives to the facade, and a handler that
 * remembers what it was told. Thread-safe.
 */
public final class Merchant implements NotificationHandler, AutoCloseable {
    /** What the handler was told about a payment. */
    public record Told(Payment payment, PaymentOutcome outcome, Notification.Verified verified) {}

    /** What arrived, and what was answered. */
    public record Received(InboundRequest request, HttpResponse reply) {}

    private static final String PATH = "/notify/";

    static {
        // The JDK's server sends head and body apart, and would wait 40 ms in between, every time.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<Notification.Event.BindFinished> linked = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<InboundRequest, HttpResponse> receiver =
            request -> HttpResponse.of(503, "text/plain", "not open yet");
    private volatile boolean failing;

    public Merchant() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Where notifications for this instance arrive. */
    public URI address(String instance) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH + instance);
    }

    /** Hands what arrives from now on to this. */
    public void handTo(Function<InboundRequest, HttpResponse> facade) {
        receiver = facade;
    }

    /** Stores a payment, as every merchant does before paying. */
    public void store(Payment payment) {
        payments.put(payment.reference(), payment);
    }

    /** Has not stored a payment after all. */
    public void lose(Payment payment) {
        payments.remove(payment.reference());
    }

    /** Whether its handler throws whatever it is told. */
    public void failing(boolean value) {
        failing = value;
    }

    /** What it was told about payments, oldest first. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** What it was told about links, oldest first. */
    public List<Notification.Event.BindFinished> linked() {
        return List.copyOf(linked);
    }

    /** What arrived over HTTP, oldest first. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Forgets what it was told and what arrived; keeps its payments. */
    public void forget() {
        told.clear();
        linked.clear();
        received.clear();
    }

    @Override
    public Optional<Payment> find(String paymentReference) {
        return Optional.ofNullable(payments.get(paymentReference));
    }

    @Override
    public void paymentChanged(
            Payment payment, PaymentOutcome outcome, Notification.Verified verified) {
        told.add(new Told(payment, outcome, verified));
        failIfToldTo();
    }

    @Override
    public void bindFinished(Notification.Event.BindFinished event) {
        linked.add(event);
        failIfToldTo();
    }

    private void failIfToldTo() {
        if (failing) {
            throw new IllegalStateException("the merchant's database is down");
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            InboundRequest request =
                    InboundRequest.of(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes());
            HttpResponse reply = receiver.apply(request);
            received.add(new Received(request, reply));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().bytes();
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
