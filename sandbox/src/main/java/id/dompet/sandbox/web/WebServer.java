package id.dompet.sandbox.web;

import com.google.common.base.Throwables;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one site. By default only programs on this machine reach it; whoever starts it elsewhere
 * has to say so to the user ({@link #isLoopback}). Thread-safe.
 */
public final class WebServer implements AutoCloseable {
    /** The address that only programs on this machine reach. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int LONGEST_BODY = 1 << 20;

    private final HttpServer server;
    private final String host;
    private final Site site;
    private final Gate gate;
    private final ExecutorService threads;

    private WebServer(HttpServer server, String host, Site site) {
        this.server = server;
        this.host = host;
        this.site = site;
        this.gate = new Gate(site, host, server.getAddress().getPort());
        this.threads = Executors.newCachedThreadPool(task -> thread(site.name(), task));
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts to serve.
     *
     * @param host a name or address of this machine; {@link #LOOPBACK} unless the user asked
     * @param port 0 for any free one
     * @throws IllegalStateException when it cannot listen there; the message is a sentence
     */
    public static WebServer start(Site site, String host, int port) {
        try {
            InetAddress address =
                    InetAddress.getByName(host.equalsIgnoreCase("localhost") ? LOOPBACK : host);
            return new WebServer(
                    HttpServer.create(new InetSocketAddress(address, port), 0), host, site);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The %s cannot listen at %s, port %d: %s."
                            .formatted(site.name(), host, port, e.getMessage()),
                    e);
        }
    }

    /** Where browsers on this machine find it, with {@code /} at the end. */
    public URI url() {
        String name =
                host.equals("0.0.0.0") || host.equals("::")
                        ? LOOPBACK
                        : host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + server.getAddress().getPort() + "/");
    }

    /** Whether only programs on this machine reach a server that listens at this address. */
    public static boolean isLoopback(String host) {
        return HostRule.isLoopback(host);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            WebRequest.Head head =
                    new WebRequest.Head(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            exchange.getRemoteAddress().getAddress());
            send(exchange, answer(head, body));
        }
    }

    private Reply answer(WebRequest.Head head, byte[] body) {
        try {
            if (body.length > LONGEST_BODY) {
                throw Refused.of(413, "That is more than a megabyte, and too much.");
            }
            return gate.pass(head, body);
        } catch (Refused refused) {
            return sorry(head, refused.status(), refused.sentence());
        } catch (RuntimeException e) {
            LOG.error(
                    "the {} could not answer {} {}: {}",
                    site.name(),
                    head.method(),
                    head.path(),
                    causes(e),
                    e);
            return sorry(head, 500, "Something went wrong here; the log of the sandbox says what.");
        }
    }

    /** In one line, because the log shows no stack traces unless it is asked to. */
    private static String causes(Throwable thrown) {
        return Throwables.getCausalChain(thrown).stream()
                .map(Throwable::toString)
                .collect(Collectors.joining("; because of "));
    }

    /** In the words of whoever asked: JSON for programs, a page for people. */
    private static Reply sorry(WebRequest.Head head, int status, String sentence) {
        boolean person =
                head.header("Accept").filter(type -> type.contains("text/html")).isPresent();
        return person ? Pages.sorry(status, sentence) : Problems.json(status, sentence);
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        SecurityHeaders.of(site).forEach(exchange.getResponseHeaders()::set);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.events().isPresent()) {
            exchange.sendResponseHeaders(reply.status(), 0);
            reply.events().get().writeTo(exchange.getResponseBody());
            return;
        }
        byte[] body = reply.body();
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
