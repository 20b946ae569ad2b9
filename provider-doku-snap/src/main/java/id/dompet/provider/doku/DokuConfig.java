package id.dompet.provider.doku;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.Environment;
import id.dompet.spi.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one instance, read; the keys excepted. Addresses: developers.doku.com, SNAP
 * integration guide.
 *
 * @param id the instance
 * @param clientId DOKU's name for the merchant
 * @param clientSecret signs everything but token requests
 * @param api which paths and bodies
 * @param baseUrl without a slash at its end
 * @param notificationPaths as registered; empty for "as they arrive"
 * @param statusServiceCode what status questions send
 * @param bareCustomerToken whether {@code Authorization-customer} is sent without {@code Bearer}
 * @param channelId the value of the channel header, if it is sent
 * @param channelIdHeader its name
 * @param deviceId for calls without a customer's device
 * @param ipAddress for calls about Allo without a customer's device
 * @param redirectValidity the customer's time in a wallet's app
 * @param notFoundGrace beyond the customer's window
 */
record DokuConfig(
        ProviderId id,
        String clientId,
        Secret clientSecret,
        Generation api,
        String baseUrl,
        List<String> notificationPaths,
        String statusServiceCode,
        boolean bareCustomerToken,
        Optional<String> channelId,
        String channelIdHeader,
        String deviceId,
        Optional<String> ipAddress,
        Duration redirectValidity,
        Duration notFoundGrace) {

    /** DOKU publishes none for linked accounts; the longest one seen at a wallet. */
    static final Duration LINKED_WINDOW = Duration.ofMinutes(30);

    static DokuConfig of(ProviderSettings settings) {
        return new DokuConfig(
                settings.id(),
                settings.text(DokuSettings.CLIENT_ID),
                settings.secret(DokuSettings.CLIENT_SECRET),
                Generation.of(settings.text(DokuSettings.API)),
                withoutSlash(baseUrl(settings).toString()),
                settings.list(DokuSettings.NOTIFICATION_PATH),
                settings.text(DokuSettings.STATUS_SERVICE_CODE),
                settings.text(DokuSettings.CUSTOMER_TOKEN_FORM).equals(DokuSettings.BARE),
                settings.has(DokuSettings.CHANNEL_ID)
                        ? Optional.of(settings.text(DokuSettings.CHANNEL_ID))
                        : Optional.empty(),
                settings.text(DokuSettings.CHANNEL_ID_HEADER),
                settings.text(DokuSettings.DEVICE_ID),
                settings.has(DokuSettings.IP_ADDRESS)
                        ? Optional.of(settings.text(DokuSettings.IP_ADDRESS))
                        : Optional.empty(),
                settings.duration(DokuSettings.REDIRECT_VALIDITY),
                settings.duration(DokuSettings.NOT_FOUND_GRACE));
    }

    static URI baseUrl(ProviderSettings settings) {
        return settings.optionalUri(DokuSettings.BASE_URL)
                .orElseGet(() -> documented(settings.environment()));
    }

    static URI documented(Environment environment) {
        return switch (environment) {
            case SANDBOX -> URI.create("https://api-sandbox.doku.com");
            case PRODUCTION -> URI.create("https://api.doku.com");
        };
    }

    URI address(String path) {
        return URI.create(baseUrl + path);
    }

    Duration customerWindow(DokuChannel channel) {
        return channel.isLinked() ? LINKED_WINDOW : redirectValidity;
    }

    /** What nobody may read in a message: what the request contained, and the key. */
    List<String> hidden(Collection<String> sent) {
        // A list filled by hand, not a stream: this is done for every answer.
        List<String> all = new ArrayList<>(sent.size() + 1);
        all.add(clientSecret.reveal());
        all.addAll(sent);
        return all;
    }

    private static String withoutSlash(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
