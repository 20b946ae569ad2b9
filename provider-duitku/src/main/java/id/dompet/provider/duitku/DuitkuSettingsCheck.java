package id.dompet.provider.duitku;

import id.dompet.model.Problem;
import id.dompet.spi.Environment;
import id.dompet.spi.Pages;
import id.dompet.spi.ProviderSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what no single setting shows. Connects to nothing and looks up no name. */
final class DuitkuSettingsCheck {
    private static final Pattern MERCHANT_CODE = Pattern.compile("(?i)DS?[0-9X]{3,7}");
    private static final Pattern KEY = Pattern.compile("(?i)[0-9a-f]{32}");
    private static final int MAX_CALLBACK_URL = 255;
    private static final int MAX_MERCHANT_CODE = 50;
    private static final Set<String> PRODUCTION_HOSTS =
            Set.of("accountlink-prod.duitku.com", "passport.duitku.com");
    private static final Set<String> WEB_API_HOSTS =
            Set.of("passport.duitku.com", "sandbox.duitku.com");
    private static final Set<String> ACCOUNT_LINK_HOSTS =
            Set.of("accountlink-prod.duitku.com", "api-sandbox.duitku.com");

    private final ProviderSettings settings;
    private final List<Problem> problems = new ArrayList<>();

    private DuitkuSettingsCheck(ProviderSettings settings) {
        this.settings = settings;
    }

    static List<Problem> of(ProviderSettings settings) {
        DuitkuSettingsCheck check = new DuitkuSettingsCheck(settings);
        check.account();
        check.callbackUrl();
        check.baseUrls();
        check.addresses();
        return List.copyOf(check.problems);
    }

    private void account() {
        String code = settings.text(DuitkuSettings.MERCHANT_CODE);
        String key = settings.secret(DuitkuSettings.API_KEY).reveal();
        if (code.length() > MAX_MERCHANT_CODE || hasSpaceOrControl(code)) {
            problem(
                    DuitkuSettings.MERCHANT_CODE,
                    "is not a merchant code",
                    "1 to 50 characters without spaces, such as D1234");
        } else if (KEY.matcher(code).matches()) {
            problem(
                    DuitkuSettings.MERCHANT_CODE,
                    "looks like an API key",
                    "merchant codes look like D1234");
        }
        if (key.equals(code) || MERCHANT_CODE.matcher(key).matches()) {
            problem(
                    DuitkuSettings.API_KEY,
                    "looks like a merchant code",
                    "copy the API key from the same page of the merchant portal");
        } else if (hasSpaceOrControl(key)) {
            problem(
                    DuitkuSettings.API_KEY,
                    "contains a space or a line break",
                    "copy it again, without anything around it");
        }
    }

    private void callbackUrl() {
        URI url = settings.uri(DuitkuSettings.CALLBACK_URL);
        if (url.toString().length() > MAX_CALLBACK_URL) {
            problem(
                    DuitkuSettings.CALLBACK_URL,
                    "is longer than 255 characters",
                    "Duitku takes no more; choose a shorter path");
        }
        if (url.getRawFragment() != null || url.getRawUserInfo() != null) {
            problem(
                    DuitkuSettings.CALLBACK_URL,
                    "contains a fragment or a user name",
                    "neither reaches the server");
        }
        if (settings.environment() == Environment.PRODUCTION) {
            int port = url.getPort();
            if (Pages.isLoopback(host(url)) || (port != -1 && port != 80 && port != 443)) {
                problem(
                        DuitkuSettings.CALLBACK_URL,
                        "cannot be reached by Duitku",
                        "it must be public, on port 80 or 443");
            }
        }
    }

    private void baseUrls() {
        URI accountLink = DuitkuConfig.accountLinkBase(settings);
        URI webApi = DuitkuConfig.webApiBase(settings);
        baseUrl(DuitkuSettings.ACCOUNT_LINK_BASE_URL, accountLink, "/api/accountlinking");
        baseUrl(DuitkuSettings.WEB_API_BASE_URL, webApi, "/webapi");
        if (WEB_API_HOSTS.contains(host(accountLink))) {
            problem(
                    DuitkuSettings.ACCOUNT_LINK_BASE_URL,
                    "is the host of payments and status",
                    "that one belongs to web-api-base-url");
        }
        if (ACCOUNT_LINK_HOSTS.contains(host(webApi))) {
            problem(
                    DuitkuSettings.WEB_API_BASE_URL,
                    "is the host of the account link calls",
                    "that one belongs to account-link-base-url");
        }
        if (Pages.isLoopback(host(accountLink)) != Pages.isLoopback(host(webApi))) {
            problem(
                    DuitkuSettings.ACCOUNT_LINK_BASE_URL,
                    "and web-api-base-url do not belong together: one is this machine, the other"
                            + " is not",
                    "set both or none, or one half is simulated and the other is real");
        }
    }

    private void baseUrl(String key, URI url, String ownPath) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        if (url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            problem(key, "contains a query, a fragment or a user name", "leave them out");
        }
        if (path.toLowerCase(Locale.ROOT).contains(ownPath)) {
            problem(key, "contains " + ownPath, "end it before that; the module adds it");
        }
        String host = host(url);
        if (settings.environment() == Environment.PRODUCTION && host.contains("sandbox")) {
            problem(
                    key,
                    "is a sandbox address, and the environment is production",
                    "leave it out, or set the environment to sandbox");
        }
        if (settings.environment() == Environment.SANDBOX && PRODUCTION_HOSTS.contains(host)) {
            problem(
                    key,
                    "is Duitku's production address, and the environment is sandbox",
                    "leave it out, or set the environment to production");
        }
    }

    private void addresses() {
        for (String entry : settings.list(DuitkuSettings.CALLBACK_SOURCES)) {
            if (!entry.equals(DuitkuSettings.DOCUMENTED)) {
                address(DuitkuSettings.CALLBACK_SOURCES, entry);
            }
        }
        for (String entry : settings.list(DuitkuSettings.TRUSTED_PROXIES)) {
            address(DuitkuSettings.TRUSTED_PROXIES, entry);
        }
    }

    private void address(String key, String entry) {
        Optional<AddressRange> range = AddressRange.of(entry);
        if (range.isEmpty()) {
            problem(
                    key,
                    "'" + entry + "' is neither an IP address nor a CIDR range",
                    "such as 182.23.85.8 or 10.0.0.0/8; host names are not looked up");
        } else if (range.get().prefix() == 0) {
            problem(key, "'" + entry + "' is every address there is", "name the ones that count");
        }
    }

    private void problem(String key, String reason, String suggestion) {
        problems.add(new Problem(key, reason, suggestion));
    }

    private static String host(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean hasSpaceOrControl(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }
}
