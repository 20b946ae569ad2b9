package id.dompet.docs.umpama;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.Parameters;
import id.dompet.model.ProviderId;
import id.dompet.spi.Call;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Sends forms, signed, once. No loop, no catch: core knows what a lost answer means. */
final class UmpamaClient {
    private static final int NONCE_BYTES = 16;

    private final UmpamaConfig config;
    private final UmpamaSigner signer;
    private final RandomGenerator random;

    UmpamaClient(UmpamaConfig config, UmpamaSigner signer, RandomGenerator random) {
        this.config = config;
        this.signer = signer;
        this.random = random;
    }

    ProviderId id() {
        return config.id();
    }

    /**
     * The answer, whatever it says.
     *
     * @throws id.dompet.model.DompetException.CredentialsRefused if the merchant is refused
     */
    UmpamaAnswer send(Call call, String path, Effect effect, Map<String, String> form) {
        HttpRequest request =
                HttpRequest.post(
                        config.address(path),
                        effect,
                        "application/x-www-form-urlencoded",
                        Body.utf8(Parameters.write(form)));
        UmpamaAnswer answer =
                new UmpamaAnswer(path, call.send(signer.sign(request, call.now(), nonce())));
        if (answer.refusesMerchant()) {
            throw answer.refusal(config.id());
        }
        return answer;
    }

    /** A new one for each request: a call may send more than one. */
    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
