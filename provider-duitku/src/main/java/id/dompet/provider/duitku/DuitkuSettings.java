package id.dompet.provider.duitku;

import id.dompet.spi.Environment;
import id.dompet.spi.Setting;
import java.util.List;

/** The settings of this module, by name. */
final class DuitkuSettings {
    static final String MERCHANT_CODE = "merchant-code";
    static final String API_KEY = "api-key";
    static final String CALLBACK_URL = "callback-url";
    static final String SIGNATURE_SCHEME = "signature-scheme";
    static final String CALLBACK_SIGNATURES = "callback-signatures";
    static final String ACCOUNT_LINK_BASE_URL = "account-link-base-url";
    static final String WEB_API_BASE_URL = "web-api-base-url";
    static final String CALLBACK_SOURCES = "callback-sources";
    static final String TRUSTED_PROXIES = "trusted-proxies";
    static final String NOT_FOUND_GRACE = "not-found-grace";

    static final String SAME = "same";
    static final String TRANSITION = "transition";
    static final String DOCUMENTED = "documented";

    private DuitkuSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.text(
                        MERCHANT_CODE,
                        "the project's merchant code, such as D1234, from the Duitku merchant"
                                + " portal, My Projects; sandbox and production have different ones"),
                Setting.secret(
                        API_KEY,
                        "the project's API key (\"merchant key\" in older documents), from the same"
                                + " page as the merchant code"),
                Setting.uri(
                        CALLBACK_URL,
                        "the public address of the merchant's server where Duitku posts"
                                + " notifications; port 80 or 443, at most 255 characters"),
                Setting.choice(
                        SIGNATURE_SCHEME,
                        List.of(
                                SignatureScheme.HMAC_SHA256.setting(),
                                SignatureScheme.LEGACY.setting()),
                        "how payments, status questions and callbacks are signed: hmac-sha256 as"
                                + " documented since April 2026, legacy (MD5) for accounts that have"
                                + " not been moved; Duitku's support says which one an account uses"),
                Setting.choice(
                        CALLBACK_SIGNATURES,
                        List.of(SAME, TRANSITION),
                        "same: callbacks must be signed with signature-scheme; transition: either"
                                + " scheme is taken while Duitku moves the account, and the field"
                                + " "
                                + DuitkuNotifications.SCHEME_FIELD
                                + " tells which"),
                Setting.uri(
                                ACCOUNT_LINK_BASE_URL,
                                "replaces the environment's documented address of the account link"
                                        + " calls, for a proxy or a simulator: everything before"
                                        + " /api/accountlinking/v1")
                        .optional(),
                Setting.uri(
                                WEB_API_BASE_URL,
                                "replaces the environment's documented address of payments and"
                                        + " status, for a proxy or a simulator: everything before"
                                        + " /webapi/api/merchant")
                        .optional(),
                Setting.list(
                        CALLBACK_SOURCES,
                        "addresses or CIDR ranges that notifications may come from, or the word"
                                + " documented for Duitku's published list; empty for no check"),
                Setting.list(
                        TRUSTED_PROXIES,
                        "addresses or CIDR ranges of the merchant's own reverse proxies, whose"
                                + " X-Forwarded-For header is believed"),
                Setting.duration(
                        NOT_FOUND_GRACE,
                        "30m",
                        "how long after the customer's time to pay (OVO 15 minutes, ShopeePay 30)"
                                + " an unknown payment may still turn up; Duitku publishes no"
                                + " figure"));
    }

    /** The published addresses: docs.duitku.com, callback, outgoing addresses. */
    static List<String> documentedSources(Environment environment) {
        return switch (environment) {
            case SANDBOX ->
                    List.of("182.23.85.11", "182.23.85.12", "103.177.101.187", "103.177.101.188");
            case PRODUCTION ->
                    List.of(
                            "182.23.85.8",
                            "182.23.85.9",
                            "182.23.85.10",
                            "182.23.85.13",
                            "182.23.85.14",
                            "103.177.101.184",
                            "103.177.101.185",
                            "103.177.101.186",
                            "103.177.101.189",
                            "103.177.101.190");
        };
    }
}
