package id.dompet.testkit.reference;

import id.dompet.model.ProviderId;
import id.dompet.sign.HmacKey;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import java.net.URI;
import java.util.List;

/** The settings of one instance. */
record ContohConfig(ProviderId id, String merchantId, HmacKey key, URI baseUrl) {
    static final String MERCHANT_ID = "merchant-id";
    static final String SECRET_KEY = "secret-key";
    static final String BASE_URL = "base-url";

    static final List<Setting> SETTINGS =
            List.of(
                    Setting.text(MERCHANT_ID, "the merchant's id, from the contract"),
                    Setting.secret(SECRET_KEY, "the key of every signature, from the contract"),
                    Setting.uri(BASE_URL, "where Contoh listens"));

    static ContohConfig of(ProviderSettings settings) {
        return new ContohConfig(
                settings.id(),
                settings.text(MERCHANT_ID),
                HmacKey.sha256(settings.secret(SECRET_KEY)),
                settings.uri(BASE_URL));
    }

    /** The address of a path. */
    URI address(String path) {
        String base = baseUrl.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
