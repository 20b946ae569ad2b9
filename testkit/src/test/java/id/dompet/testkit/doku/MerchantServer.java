package id.dompet.testkit.doku;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A merchant's token and notification endpoints; verifies with its own code and remembers. */
final class MerchantServer implements AutoCloseable {

    /** One notification as it arrived, and whether token and signature were right. */
    record Received(String path, Map<String, String> headers, String body, boolean genuine) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final DokuSimulator doku;
    private final HttpServer server;
    private final List<Received> received = new ArrayList<>();
    private final List<String> issued = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private int tokenStatus = 200;

    MerchantServer(DokuSimulator doku) {
        this.doku = doku;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::issueToken);
        server.createContext("/notify", this::take);
        server.start();
        doku.notifications()
                .registerMerchant(
                        new MerchantEndpoints(
                                URI.create(address() + "/token"),
                                URI.create(address() + "/notify/payment"),
                                URI.create(address() + "/notify/binding")));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next notifications are answered with these statuses, any later ones with 200. */
    synchronized void answer(int... next) {
        for (int status : next) {
            statuses.add(status);
        }
    }

    synchronized void answerTokenRequests(int status) {
        tokenStatus = status;
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    Received last() {
        List<Received> all = received();
        return all.get(all.size() - 1);
    }

    private synchronized void issueToken(HttpExchange exchange) throws IOException {
        String body = text(exchange);
        Map<String, String> headers = headers(exchange);
        boolean genuine =
                body.equals("{\"grantType\":\"client_credentials\"}")
                        && headers.getOrDefault("X-CLIENT-KEY", "").equals(doku.clientId())
                        && isDoku(
                                doku.clientId() + "|" + headers.get("X-TIMESTAMP"),
                                headers.getOrDefault("X-SIGNATURE", ""));
        if (!genuine || tokenStatus != 200) {
            send(exchange, tokenStatus == 200 ? 401 : tokenStatus, "{}");
            return;
        }
        issued.add("merchant-token-" + (issued.size() + 1));
        send(exchange, 200, "{\"accessToken\":\"" + issued.get(issued.size() - 1) + "\"}");
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        String body = text(exchange);
        Map<String, String> headers = headers(exchange);
        String token = headers.getOrDefault("Authorization", "").replaceFirst("^Bearer ", "");
        String path = exchange.getRequestURI().getPath();
        String stringToSign =
                "POST:%s:%s:%s:%s"
                        .formatted(
                                path,
                                token,
                                sha256(JsonText.minify(body)),
                                headers.get("X-TIMESTAMP"));
        boolean genuine =
                issued.contains(token)
                        && hmac(stringToSign).equals(headers.getOrDefault("X-SIGNATURE", ""));
        received.add(new Received(path, headers, body, genuine));
        int status = statuses.isEmpty() ? 200 : statuses.remove();
        send(exchange, status, "{\"responseCode\":\"" + status + "5600\"}");
    }

    private boolean isDoku(String text, String signature) {
        String pem = doku.dokuPublicKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(
                    new SecretKeySpec(
                            doku.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return headers;
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
