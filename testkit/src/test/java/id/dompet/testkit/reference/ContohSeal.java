package id.dompet.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Contoh and its merchant sign, seen from Contoh. */
final class ContohSeal {
    static final String WHO = "X-Merchant";
    static final String TIME = "X-Timestamp";
    static final String SIGNATURE = "X-Signature";
    static final String TOKEN = "Authorization: no current token of the merchant's";
    static final String CUSTOMER_TOKEN = "X-Customer-Token: no current token of a customer's";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final String key;

    ContohSeal(SimulatorSetup setup) {
        clock = setup.clock();
        key = setup.secret("secret-key");
    }

    Optional<String> objection(SimulatorRequest request) {
        if (!request.header(WHO).equals(Optional.of(ContohDialect.MERCHANT_ID))) {
            return Optional.of(WHO);
        }
        String time = request.header(TIME).orElse("");
        if (!isNow(time)) {
            return Optional.of(TIME);
        }
        String right = sign(request.method(), request.path(), time, request.body());
        return request.header(SIGNATURE).equals(Optional.of(right))
                ? Optional.empty()
                : Optional.of(SIGNATURE);
    }

    private boolean isNow(String time) {
        try {
            Duration off = Duration.between(Instant.parse(time), clock.instant()).abs();
            return off.compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    String sign(String method, String path, String time, byte[] body) {
        return sign(key, method, path, time, body);
    }

    static String sign(String key, String method, String path, String time, byte[] body) {
        try {
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            String text = String.join("\n", method, path, time, digest);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
