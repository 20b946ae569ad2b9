package id.dompet.sandbox.console;

import id.dompet.testkit.Masking;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of an exchange what must not end up in a bug report: tokens, credential codes, one-time
 * addresses and whole phone numbers. Everything else stays byte for byte, because the form of a
 * body is what many wrong signatures are about.
 */
final class Redaction {
    private static final String SECRET =
            "credentialCode|authCode|accessToken|refreshToken|token|tokenId|ticket|pin|otp";
    private static final Pattern JSON_SECRET = jsonField(SECRET);
    private static final Pattern JSON_PHONE = jsonField("phone\\w*|msisdn");
    private static final Pattern FORM_SECRET =
            Pattern.compile("(?i)((?:^|[&?])(?:" + SECRET + ")=)([^&\\s\"]*)");
    private static final Pattern FORM_PHONE =
            Pattern.compile("(?i)((?:^|[&?])(?:phone\\w*|msisdn)=)([^&\\s\"]*)");
    private static final Pattern TICKET =
            Pattern.compile("(/wallet/\\w+\\?\\w+=|/direct-debit/ui/\\w+/)([A-Za-z0-9._~-]{8,})");
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "authorization-customer", "cookie");

    private Redaction() {}

    private static Pattern jsonField(String names) {
        return Pattern.compile(
                "(?i)(\"(?:" + names + ")\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(?=\")");
    }

    /** A body, or an address. */
    static String text(String text) {
        String result = replace(JSON_SECRET, text, Masking::secret);
        result = replace(JSON_PHONE, result, Masking::phone);
        result = replace(FORM_SECRET, result, Masking::secret);
        result = replace(FORM_PHONE, result, Masking::phone);
        return replace(TICKET, result, Masking::secret);
    }

    static String header(String name, String value) {
        return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                ? value.startsWith("Bearer ")
                        ? "Bearer " + Masking.secret(value.substring("Bearer ".length()))
                        : Masking.secret(value)
                : text(value);
    }

    private static String replace(Pattern pattern, String text, UnaryOperator<String> mask) {
        return pattern.matcher(text)
                .replaceAll(
                        (MatchResult match) ->
                                Matcher.quoteReplacement(
                                        match.group(1) + mask.apply(match.group(2))));
    }
}
