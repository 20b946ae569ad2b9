package id.dompet.sandbox.soak.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.ledger.Ledger;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker's doors: one for the shop in front, one for notifications. Thread-safe. */
final class WorkerServer {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerServer.class);
    private static final String NOTIFY = "/notify/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing happened at the provider: it may be tried again. */
    private static final int NOTHING_HAPPENED = 409;

    private final Ledger ledger;
    private final Map<String, UnaryOperator<JsonNode>> doors;
    private final HttpServer server;

    private WorkerServer(Ledger ledger, Counter counter, HttpServer server) {
        this.ledger = ledger;
        this.doors =
                Map.of(
                        "/bind", counter::bind,
                        "/complete-bind", counter::completeBind,
                        "/pay", counter::pay,
                        "/refund", counter::refund,
                        "/close-missing", counter::closeMissing,
                        "/settle", counter::settle);
        this.server = server;
    }

    /** Opens the doors; answers the port. */
    static int open(Ledger ledger, Counter counter) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WorkerServer doors = new WorkerServer(ledger, counter, server);
        server.createContext("/", doors::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return doors.server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse answer = answer(exchange);
            byte[] body = answer.body().bytes();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private HttpResponse answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.startsWith(NOTIFY)) {
                return ledger.receive(
                        new ProviderId(path.substring(NOTIFY.length())), inbound(exchange, body));
            }
            UnaryOperator<JsonNode> door = doors.get(path);
            return door == null
                    ? HttpResponse.of(404, "text/plain", "no such door")
                    : json(200, door.apply(JSON.readTree(body)));
        } catch (DompetException e) {
            return json(NOTHING_HAPPENED, JSON.createObjectNode().put("why", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("{} failed", path, e);
            return HttpResponse.of(500, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private static HttpResponse json(int status, JsonNode body) throws JsonProcessingException {
        return HttpResponse.of(status, "application/json", JSON.writeValueAsString(body));
    }

    private static InboundRequest inbound(HttpExchange exchange, byte[] body) {
        return new InboundRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                Body.of(body),
                Optional.of(exchange.getRemoteAddress().getAddress()));
    }
}
