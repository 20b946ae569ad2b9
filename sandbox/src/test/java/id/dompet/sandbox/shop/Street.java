package id.dompet.sandbox.shop;

import id.dompet.spi.TimeSource;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.MerchantEndpoints;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both simulated providers, and the shop between them. */
final class Street implements AutoCloseable {
    final DuitkuSimulator duitku = DuitkuSimulator.builder().start();
    final DokuSimulator doku = DokuSimulator.builder().start();
    final Shop shop;

    Street(Path folder, String standard) {
        shop =
                Shop.start(
                        new ShopSetup(
                                0,
                                folder,
                                notifications -> configuration(notifications, standard),
                                List.of(duitku.webApiBaseUrl(), doku.baseUrl()),
                                TimeSource.system()));
    }

    private Map<String, String> configuration(URI notifications, String standard) {
        URI aboutDoku = notifications.resolve("doku");
        doku.notifications()
                .registerMerchant(new MerchantEndpoints(aboutDoku, aboutDoku, aboutDoku));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "duitku, doku");
        settings.put("dompet.route.default", standard);
        settings.put("dompet.route.DANA", "doku");
        settings.put("dompet.duitku.merchant-code", duitku.merchantCode());
        settings.put("dompet.duitku.api-key", duitku.apiKey());
        settings.put("dompet.duitku.account-link-base-url", duitku.accountLinkBaseUrl().toString());
        settings.put("dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString());
        settings.put("dompet.duitku.callback-url", notifications.resolve("duitku").toString());
        settings.put("dompet.doku.type", "doku-snap");
        settings.put("dompet.doku.client-id", doku.clientId());
        settings.put("dompet.doku.client-secret", doku.clientSecret());
        settings.put("dompet.doku.private-key", doku.merchantPrivateKeyPem().strip());
        settings.put("dompet.doku.doku-public-key", doku.dokuPublicKeyPem().strip());
        settings.put("dompet.doku.base-url", doku.baseUrl().toString());
        return settings;
    }

    @Override
    public void close() {
        shop.close();
        doku.close();
        duitku.close();
    }
}
