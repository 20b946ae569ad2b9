package id.dompet.sandbox.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.sandbox.cli.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shop's web server, for this machine only: pages that browsers come back to, and addresses for
 * notifications. Thread-safe.
 */
final class ShopServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShopServer.class);
    private static final String RETURN_PATH = "/return/";
    private static final int LONGEST_BODY = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(ShopServer::thread);
    private final Map<String, Function<InboundRequest, HttpResponse>> notified =
            new ConcurrentHashMap<>();

    private ShopServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** On a port that the system picks. */
    static ShopServer anywhere() {
        return at("127.0.0.1", 0);
    }

    /**
     * On this port.
     *
     * @param host a name or address of this machine's loopback interface
     */
    static ShopServer at(String host, int port) {
        try {
            return new ShopServer(
                    HttpServer.create(new InetSocketAddress(loopback(host), port), 0));
        } catch (IOException e) {
            throw UserError.failure(
                    "Cannot listen for notifications on port %d of this machine: %s."
                            .formatted(port, reason(e)),
                    e);
        }
    }

    /** Whether the address is this machine's own, which only programs on it can reach. */
    static boolean isLoopback(URI url) {
        String host = url.getHost();
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.matches("127(\\.[0-9]{1,3}){3}")
                        || host.equals("[::1]"));
    }

    /** The address below which browsers come back. */
    URI pages() {
        return address(RETURN_PATH);
    }

    /** Hands requests to this path to {@code receiver}; the address of it. */
    URI notifications(String path, Function<InboundRequest, HttpResponse> receiver) {
        notified.put(path, receiver);
        return address(path);
    }

    /** The address of a path. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answerOrApology(exchange));
        }
    }

    private HttpResponse answerOrApology(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RuntimeException e) {
            LOG.warn("the shop could not answer {}", exchange.getRequestURI().getPath(), e);
            return page(500, "Something went wrong.");
        }
    }

    private HttpResponse answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        String path = String.valueOf(exchange.getRequestURI().getPath());
        Function<InboundRequest, HttpResponse> receiver = notified.get(path);
        if (body.length > LONGEST_BODY) {
            return page(413, "That is too much.");
        }
        if (receiver != null) {
            return receiver.apply(inbound(exchange, body));
        }
        return path.startsWith(RETURN_PATH)
                ? page(200, "Thank you. You can close this page.")
                : page(404, "There is nothing here.");
    }

    /** The raw bytes: a body that was parsed and written again would not verify. */
    private static InboundRequest inbound(HttpExchange exchange, byte[] body) {
        return new InboundRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                Body.of(body),
                Optional.of(exchange.getRemoteAddress().getAddress()));
    }

    private static void send(HttpExchange exchange, HttpResponse response) throws IOException {
        byte[] body = response.body().bytes();
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpResponse page(int status, String text) {
        return HttpResponse.of(
                status, "text/html; charset=utf-8", "<!DOCTYPE html><p>" + text + "</p>");
    }

    /** {@code localhost} may mean the IPv6 address to some and the IPv4 address to others. */
    private static InetAddress loopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host.equalsIgnoreCase("localhost") ? "127.0.0.1" : host);
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("in use")
                ? "it is already in use; end the other program, or change the port of callback-url"
                : message;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "shop");
        thread.setDaemon(true);
        return thread;
    }
}
