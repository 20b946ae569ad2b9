package id.dompet.docs.umpama;

import id.dompet.model.ProviderId;
import id.dompet.sign.HmacKey;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import java.net.URI;
import java.util.List;

/** The settings of one instance. A record prints its parts, so it holds no bare secret. */
record UmpamaConfig(ProviderId id, String merchantId, HmacKey key, URI baseUrl) {
    static final List<Setting> SETTINGS =
            List.of(
                    Setting.text("merchant-id", "the merchant's id, from Umpama's dashboard"),
                    Setting.secret("api-key", "the key of every signature, from the dashboard"),
                    Setting.uri("base-url", "where Umpama listens")
                            .orElse("https://api.umpama.example"));

    static UmpamaConfig of(ProviderSettings settings) {
        return new UmpamaConfig(
                settings.id(),
                settings.text("merchant-id"),
                HmacKey.sha256(settings.secret("api-key")),
                settings.uri("base-url"));
    }

    URI address(String path) {
        return URI.create(baseUrl.toString().replaceAll("/+$", "") + path);
    }
}
