package id.dompet.provider.duitku;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.Environment;
import id.dompet.spi.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of one instance, read. Addresses: Account Link V1.1, sections 1 to 6; {@code
 * api-sandbox} is written without its dash in two of them, which is a slip: the official package
 * calls that host for all four.
 *
 * @param id the instance
 * @param environment sandbox or production
 * @param merchantCode Duitku's name for the merchant
 * @param apiKey signs everything
 * @param callbackUrl where Duitku posts notifications
 * @param scheme for the web API
 * @param transition whether callbacks may be signed either way
 * @param accountLinkBase without a slash at its end
 * @param webApiBase without a slash at its end
 * @param sources who may post notifications
 * @param notFoundGrace beyond the customer's window
 */
record DuitkuConfig(
        ProviderId id,
        Environment environment,
        String merchantCode,
        Secret apiKey,
        URI callbackUrl,
        SignatureScheme scheme,
        boolean transition,
        String accountLinkBase,
        String webApiBase,
        SourceAddresses sources,
        Duration notFoundGrace) {

    static DuitkuConfig of(ProviderSettings settings) {
        Environment environment = settings.environment();
        return new DuitkuConfig(
                settings.id(),
                environment,
                settings.text(DuitkuSettings.MERCHANT_CODE),
                settings.secret(DuitkuSettings.API_KEY),
                settings.uri(DuitkuSettings.CALLBACK_URL),
                SignatureScheme.of(settings.text(DuitkuSettings.SIGNATURE_SCHEME)),
                settings.text(DuitkuSettings.CALLBACK_SIGNATURES).equals(DuitkuSettings.TRANSITION),
                base(accountLinkBase(settings)),
                base(webApiBase(settings)),
                sources(settings),
                settings.duration(DuitkuSettings.NOT_FOUND_GRACE));
    }

    static URI accountLinkBase(ProviderSettings settings) {
        return settings.optionalUri(DuitkuSettings.ACCOUNT_LINK_BASE_URL)
                .orElseGet(
                        () ->
                                switch (settings.environment()) {
                                    case SANDBOX ->
                                            URI.create(
                                                    "https://api-sandbox.duitku.com/accountlinking");
                                    case PRODUCTION ->
                                            URI.create("https://accountlink-prod.duitku.com");
                                });
    }

    static URI webApiBase(ProviderSettings settings) {
        return settings.optionalUri(DuitkuSettings.WEB_API_BASE_URL)
                .orElseGet(
                        () ->
                                switch (settings.environment()) {
                                    case SANDBOX -> URI.create("https://sandbox.duitku.com");
                                    case PRODUCTION -> URI.create("https://passport.duitku.com");
                                });
    }

    /** What nobody may read in a message: what the request contained, and the key. */
    List<String> hidden(Collection<String> sent) {
        return Stream.concat(Stream.of(apiKey.reveal()), sent.stream()).toList();
    }

    URI accountLink(String path) {
        return URI.create(accountLinkBase + "/api/accountlinking/v1/" + path);
    }

    URI webApi(String path) {
        return URI.create(webApiBase + "/webapi/api/merchant/" + path);
    }

    private static SourceAddresses sources(ProviderSettings settings) {
        List<String> allowed =
                settings.list(DuitkuSettings.CALLBACK_SOURCES).stream()
                        .flatMap(
                                entry ->
                                        entry.equals(DuitkuSettings.DOCUMENTED)
                                                ? DuitkuSettings.documentedSources(
                                                        settings.environment())
                                                        .stream()
                                                : List.of(entry).stream())
                        .toList();
        return new SourceAddresses(
                AddressRange.all(allowed),
                AddressRange.all(settings.list(DuitkuSettings.TRUSTED_PROXIES)));
    }

    private static String base(URI uri) {
        String text = uri.toString();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
