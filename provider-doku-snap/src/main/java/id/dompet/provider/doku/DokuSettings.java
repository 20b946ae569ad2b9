package id.dompet.provider.doku;

import id.dompet.spi.Setting;
import java.util.List;

/** The settings of this module, by name. */
final class DokuSettings {
    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String PRIVATE_KEY = "private-key";
    static final String PRIVATE_KEY_PASSPHRASE = "private-key-passphrase";
    static final String DOKU_PUBLIC_KEY = "doku-public-key";
    static final String API = "api";
    static final String BASE_URL = "base-url";
    static final String NOTIFICATION_URL = "notification-url";
    static final String NOTIFICATION_PATH = "notification-path";
    static final String STATUS_SERVICE_CODE = "status-service-code";
    static final String CUSTOMER_TOKEN_FORM = "customer-token-form";
    static final String CHANNEL_ID = "channel-id";
    static final String CHANNEL_ID_HEADER = "channel-id-header";
    static final String DEVICE_ID = "device-id";
    static final String IP_ADDRESS = "ip-address";
    static final String REDIRECT_VALIDITY = "redirect-validity";
    static final String NOT_FOUND_GRACE = "not-found-grace";

    static final String BEARER = "bearer";
    static final String BARE = "bare";

    private DokuSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.text(
                        CLIENT_ID,
                        "the Client ID, such as BRN-0211-1696919651918, from the DOKU dashboard,"
                                + " Integration, API Keys; sandbox and production have different"
                                + " ones"),
                Setting.secret(
                        CLIENT_SECRET,
                        "the active Secret Key, which begins with SK-, from the same page as the"
                                + " Client ID"),
                Setting.secret(
                        PRIVATE_KEY,
                        "the merchant's RSA private key, at least 2048 bits, in PEM (PKCS#1,"
                                + " PKCS#8, also encrypted) or bare base64; its public half is"
                                + " registered in the DOKU dashboard as Merchant Public Key"),
                Setting.secret(
                                PRIVATE_KEY_PASSPHRASE,
                                "the passphrase of an encrypted private-key, as typed when the key"
                                        + " was converted to PKCS#8")
                        .optional(),
                Setting.secret(
                        DOKU_PUBLIC_KEY,
                        "DOKU Public Key from the same page of the dashboard, in PEM or bare"
                                + " base64; it verifies that it is DOKU who asks for a token"),
                Setting.choice(
                        API,
                        List.of(Generation.CORE_V1.setting(), Generation.OVO_V1.setting()),
                        "core-v1 for the paths documented today; ovo-v1.0 for accounts that were"
                                + " integrated with the archived \"OVO Open API\" (OVO, Allo and"
                                + " ShopeePay); DOKU's support says which one an account uses"),
                Setting.uri(
                                BASE_URL,
                                "replaces the environment's documented address, for a proxy or a"
                                        + " simulator: everything before /authorization and"
                                        + " /direct-debit")
                        .optional(),
                Setting.uri(
                                NOTIFICATION_URL,
                                "the Notification URL as it is registered in the dashboard, for the"
                                        + " application to read what to serve; DOKU is not told")
                        .optional(),
                Setting.list(
                        NOTIFICATION_PATH,
                        "the path or paths of the Notification URLs registered in the dashboard,"
                                + " such as /v1.0/debit/notify, if a proxy changes them on the way"
                                + " in; empty if they arrive as registered"),
                Setting.choice(
                        STATUS_SERVICE_CODE,
                        List.of("54", "55"),
                        "what status questions send as serviceCode: 54, the payment's, as the"
                                + " standard says, or 55, as DOKU's own libraries do"),
                Setting.choice(
                        CUSTOMER_TOKEN_FORM,
                        List.of(BEARER, BARE),
                        "how Authorization-customer is written: bearer as documented, bare for the"
                                + " token alone, as some of DOKU's own libraries send it"),
                Setting.text(
                                CHANNEL_ID,
                                "the value of the channel header, such as H2H or DH, at most 5"
                                        + " characters, if DOKU's support asks for one; without it"
                                        + " the header is left out")
                        .optional(),
                Setting.choice(
                        CHANNEL_ID_HEADER,
                        List.of("CHANNEL-ID", "X-CHANNEL-ID"),
                        "the name of the channel header"),
                Setting.text(
                                DEVICE_ID,
                                "1 to 64 letters and digits: what ovo-v1.0 sends as X-DEVICE-ID"
                                        + " where the customer's own device is not known")
                        .orElse("dompet"),
                Setting.text(
                                IP_ADDRESS,
                                "the public IPv4 address of the merchant's server: what Allo is"
                                        + " sent as X-IP-ADDRESS where the customer's own is not"
                                        + " known, as in a balance inquiry")
                        .optional(),
                Setting.duration(
                        REDIRECT_VALIDITY,
                        "1h",
                        "how long a customer may take to confirm a DANA or ShopeePay payment"
                                + " (validUpTo); 1m to 24h"),
                Setting.duration(
                        NOT_FOUND_GRACE,
                        "30m",
                        "how long after the customer's time to pay an unknown payment may still"
                                + " turn up; DOKU publishes no figure"));
    }
}
