package id.dompet.docs.umpama;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures and nonces, seen from Umpama. Written anew: two readings of one document. */
final class UmpamaSeal {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final String key;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();

    UmpamaSeal(SimulatorSetup setup) {
        clock = setup.clock();
        key = setup.secret("api-key");
    }

    /** The result with which Umpama refuses the request; empty if it is genuine. */
    Optional<String> objection(SimulatorRequest request) {
        if (!header(request, "Merchant").equals(UmpamaDialect.MERCHANT)) {
            return Optional.of("merchant_unknown");
        }
        String time = header(request, "Time");
        if (!isNow(time)) {
            return Optional.of("time_refused");
        }
        String nonce = header(request, "Nonce");
        String right = sign(request.method(), request.path(), time, nonce, request.text());
        if (nonce.length() < 16 || !right.equals(header(request, "Signature"))) {
            return Optional.of("signature_refused");
        }
        return nonces.add(nonce) ? Optional.empty() : Optional.of("nonce_used");
    }

    private static String header(SimulatorRequest request, String name) {
        return request.header("X-Umpama-" + name).orElse("");
    }

    private boolean isNow(String time) {
        if (!time.matches("[0-9]{1,11}")) {
            return false;
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(time));
        return Duration.between(said, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    String time() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    String sign(String method, String path, String time, String nonce, String body) {
        return sign(key, method, path, time, nonce, body);
    }

    static String sign(
            String key, String method, String path, String time, String nonce, String body) {
        String text = String.join("\n", method, path, UmpamaDialect.MERCHANT, time, nonce, body);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
