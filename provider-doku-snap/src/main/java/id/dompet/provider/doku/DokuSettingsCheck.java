package id.dompet.provider.doku;

import id.dompet.model.Problem;
import id.dompet.spi.Environment;
import id.dompet.spi.ProviderSettings;
import java.net.URI;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what no single setting shows, and builds the keys. Connects to nothing. */
final class DokuSettingsCheck {
    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,36}");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern DEVICE_ID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern CHANNEL_ID = Pattern.compile("[\\x21-\\x7e]{1,5}");
    private static final Pattern LOOKS_LIKE_ID = Pattern.compile("(BRN|MCH)-[0-9]{4}-[0-9]{6,}");
    private static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(1);
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

    private final ProviderSettings settings;
    private final List<Problem> problems = new ArrayList<>();

    private DokuSettingsCheck(ProviderSettings settings) {
        this.settings = settings;
    }

    static List<Problem> of(ProviderSettings settings) {
        DokuSettingsCheck check = new DokuSettingsCheck(settings);
        check.account();
        check.keys();
        check.baseUrl();
        check.texts();
        check.validity();
        return List.copyOf(check.problems);
    }

    private void account() {
        String id = settings.text(DokuSettings.CLIENT_ID);
        String secret = settings.secret(DokuSettings.CLIENT_SECRET).reveal();
        if (id.startsWith("SK-")) {
            problem(
                    DokuSettings.CLIENT_ID,
                    "looks like a Secret Key",
                    "Client IDs look like BRN-0211-1696919651918");
        } else if (!CLIENT_ID.matcher(id).matches()) {
            problem(
                    DokuSettings.CLIENT_ID,
                    "is not a Client ID",
                    "1 to 36 characters without spaces, such as BRN-0211-1696919651918");
        }
        if (LOOKS_LIKE_ID.matcher(secret).matches() || secret.equals(id)) {
            problem(
                    DokuSettings.CLIENT_SECRET,
                    "looks like a Client ID",
                    "copy the Secret Key, which begins with SK-, from the same page");
        } else if (secret.chars()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            problem(
                    DokuSettings.CLIENT_SECRET,
                    "contains a space or a line break",
                    "copy it again, without anything around it");
        }
    }

    private void keys() {
        Optional<RSAPrivateKey> own = Optional.empty();
        try {
            own =
                    Optional.of(
                            RsaKeys.privateKey(
                                    settings.secret(DokuSettings.PRIVATE_KEY).reveal(),
                                    DokuModule.passphrase(settings)));
        } catch (UnusableKey e) {
            problem(
                    e.isAboutPassphrase()
                            ? DokuSettings.PRIVATE_KEY_PASSPHRASE
                            : DokuSettings.PRIVATE_KEY,
                    e.reason(),
                    e.suggestion());
        }
        try {
            RSAPublicKey doku =
                    RsaKeys.publicKey(settings.secret(DokuSettings.DOKU_PUBLIC_KEY).reveal());
            if (own.filter(key -> key.getModulus().equals(doku.getModulus())).isPresent()) {
                problem(
                        DokuSettings.DOKU_PUBLIC_KEY,
                        "is the merchant's own public key",
                        "DOKU's is another one, on the same page of the dashboard");
            }
        } catch (UnusableKey e) {
            problem(DokuSettings.DOKU_PUBLIC_KEY, e.reason(), e.suggestion());
        }
    }

    private void baseUrl() {
        URI url = DokuConfig.baseUrl(settings);
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        if (url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            problem(
                    DokuSettings.BASE_URL,
                    "contains a query, a fragment or a user name",
                    "leave them out");
        }
        if (path.contains("/direct-debit") || path.contains("/authorization")) {
            problem(
                    DokuSettings.BASE_URL,
                    "contains the path of an operation",
                    "end it before that; the module adds it");
        }
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        Environment other =
                settings.environment() == Environment.SANDBOX
                        ? Environment.PRODUCTION
                        : Environment.SANDBOX;
        if (host.equals(DokuConfig.documented(other).getHost())) {
            String named = other.name().toLowerCase(Locale.ROOT);
            problem(
                    DokuSettings.BASE_URL,
                    "is DOKU's " + named + " address, and the environment is not " + named,
                    "leave it out, or set the environment to " + named);
        }
    }

    private void texts() {
        for (String path : settings.list(DokuSettings.NOTIFICATION_PATH)) {
            if (!path.startsWith("/") || path.contains("//") || path.contains(" ")) {
                problem(
                        DokuSettings.NOTIFICATION_PATH,
                        "'" + path + "' is not a path",
                        "such as /v1.0/debit/notify, without scheme and host");
            }
        }
        if (settings.has(DokuSettings.CHANNEL_ID)
                && !CHANNEL_ID.matcher(settings.text(DokuSettings.CHANNEL_ID)).matches()) {
            problem(
                    DokuSettings.CHANNEL_ID,
                    "is not a channel",
                    "1 to 5 characters, such as H2H or DH");
        }
        if (settings.has(DokuSettings.IP_ADDRESS)
                && !IPV4.matcher(settings.text(DokuSettings.IP_ADDRESS)).matches()) {
            problem(DokuSettings.IP_ADDRESS, "is not an IPv4 address", "such as 203.0.113.7");
        }
        if (!DEVICE_ID.matcher(settings.text(DokuSettings.DEVICE_ID)).matches()) {
            problem(DokuSettings.DEVICE_ID, "contains symbols", "1 to 64 letters and digits");
        }
    }

    private void validity() {
        Duration validity = settings.duration(DokuSettings.REDIRECT_VALIDITY);
        if (validity.compareTo(SHORTEST_VALIDITY) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            problem(
                    DokuSettings.REDIRECT_VALIDITY,
                    "is outside 1m to 24h",
                    "ShopeePay takes at most 24 hours");
        }
    }

    private void problem(String key, String reason, String suggestion) {
        problems.add(new Problem(key, reason, suggestion));
    }
}
