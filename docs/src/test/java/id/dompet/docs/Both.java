package id.dompet.docs;

import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration with both providers, Duitku being the default. */
final class Both {
    private Both() {}

    static Map<String, String> settings(DuitkuSimulator duitku, DokuSimulator doku) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "duitku, doku");
        settings.put("dompet.route.default", "duitku");
        settings.put("dompet.duitku.merchant-code", duitku.merchantCode());
        settings.put("dompet.duitku.api-key", duitku.apiKey());
        settings.put("dompet.duitku.callback-url", "https://shop.example/notify/duitku");
        settings.put("dompet.duitku.account-link-base-url", duitku.accountLinkBaseUrl().toString());
        settings.put("dompet.duitku.web-api-base-url", duitku.webApiBaseUrl().toString());
        settings.put("dompet.doku.type", "doku-snap");
        settings.put("dompet.doku.client-id", doku.clientId());
        settings.put("dompet.doku.client-secret", doku.clientSecret());
        settings.put("dompet.doku.private-key", doku.merchantPrivateKeyPem().strip());
        settings.put("dompet.doku.doku-public-key", doku.dokuPublicKeyPem().strip());
        settings.put("dompet.doku.base-url", doku.baseUrl().toString());
        return settings;
    }
}
