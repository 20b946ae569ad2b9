package id.dompet.provider.doku;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.dompet.http.Body;
import id.dompet.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A DOKU over real HTTP, as strict as it must be for tokens: only the latest merchant's token
 * counts, every signature is verified, and a customer's token opens that customer's account only.
 */
final class HttpDoku implements AutoCloseable {
    final FakeTime time = new FakeTime(FakeDoku.NOW);
    final AtomicInteger merchantTokens = new AtomicInteger();
    final AtomicInteger customerTokens = new AtomicInteger();
    final AtomicInteger charges = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** Which customer's token each charge came with. */
    final Map<String, String> charged = new ConcurrentHashMap<>();

    private final SymmetricSigner signer = new SymmetricSigner(Secret.of(Given.CLIENT_SECRET));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile String merchantToken = "none";

    HttpDoku() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody else has fetched a token: ours counts no more. */
    void invalidateMerchantToken() {
        merchantToken = "somebody-elses";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String answer =
                    switch (path) {
                        case "/authorization/v1/access-token/b2b" -> merchantToken(exchange);
                        case "/authorization/v1/access-token/b2b2c" ->
                                customerToken(exchange, body);
                        default -> operation(exchange, path, body);
                    };
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            int status =
                    Integer.parseInt(answer.replaceAll("(?s).*responseCode\":\"(...).*", "$1"));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private boolean isMerchants(HttpExchange exchange) {
        return Keys.doku()
                .isDokus( // the key that this side has is the merchant's
                        header(exchange, "X-CLIENT-KEY"),
                        header(exchange, "X-TIMESTAMP"),
                        header(exchange, "X-SIGNATURE"));
    }

    private String merchantToken(HttpExchange exchange) {
        if (!isMerchants(exchange)) {
            return code("4017300");
        }
        merchantToken = "MTCANARY" + merchantTokens.incrementAndGet();
        return "{\"responseCode\":\"2007300\",\"accessToken\":\""
                + merchantToken
                + "\",\"expiresIn\":\"900\",\"additionalInfo\":\"\"}";
    }

    private String customerToken(HttpExchange exchange, String body) {
        if (!isMerchants(exchange)) {
            return code("4017400");
        }
        customerTokens.incrementAndGet();
        String authCode = body.replaceAll(".*(?:authCode|refreshToken)\":\"([^\"]*).*", "$1");
        String token = "CT-" + authCode.replace("CT-", "");
        return ("{\"responseCode\":\"2007400\",\"accessToken\":\"%s\","
                        + "\"accessTokenExpiryTime\":\"%s\",\"refreshToken\":\"%s\"}")
                .formatted(token, SnapTime.field(time.now().plus(Duration.ofMinutes(15))), token);
    }

    private String operation(HttpExchange exchange, String path, String body) {
        String token = header(exchange, "Authorization").replace("Bearer ", "");
        String service = path.endsWith("payment-host-to-host") ? "54" : other(path);
        if (!token.equals(merchantToken)) {
            refused.incrementAndGet();
            return code("401" + service + "01");
        }
        String expected =
                signer.sign(
                        "POST",
                        path,
                        token.getBytes(StandardCharsets.UTF_8),
                        Body.utf8(body),
                        header(exchange, "X-TIMESTAMP"));
        if (!expected.equals(header(exchange, "X-SIGNATURE"))) {
            return code("401" + service + "00");
        }
        String fault = faults.poll();
        if (fault != null) {
            return fault;
        }
        return switch (service) {
            case "07" ->
                    ("{\"responseCode\":\"2000700\",\"redirectUrl\":\"%s/page?TICKETCANARY\","
                                    + "\"additionalInfo\":{\"authCode\":\"AUTHCANARY-%s\"}}")
                            .formatted(
                                    address(),
                                    body.replaceAll(".*custIdMerchant\":\"([^\"]*).*", "$1"));
            case "54" -> charge(exchange, body);
            case "11" ->
                    "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\","
                            + "\"amount\":{\"value\":\"5.00\",\"currency\":\"IDR\"}}]}";
            default -> code("4045501");
        };
    }

    private String charge(HttpExchange exchange, String body) {
        charges.incrementAndGet();
        String reference = body.replaceAll(".*partnerReferenceNo\":\"([^\"]*).*", "$1");
        charged.put(reference, header(exchange, "Authorization-customer"));
        return "{\"responseCode\":\"2005400\",\"referenceNo\":\"1\"}";
    }

    private static String other(String path) {
        if (path.endsWith("registration-account-binding")) {
            return "07";
        }
        return path.endsWith("balance-inquiry") ? "11" : "55";
    }

    static String code(String code) {
        return "{\"responseCode\":\"" + code + "\",\"responseMessage\":\"x\"}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
