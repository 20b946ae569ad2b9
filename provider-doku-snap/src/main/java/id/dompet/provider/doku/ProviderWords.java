package id.dompet.provider.doku;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes the provider's own words fit to be quoted in a message: short, printable, and without
 * addresses, long numbers, codes, or anything that was in the request.
 */
final class ProviderWords {
    private static final List<String> FIELDS = List.of("responseMessage", "message", "error");
    private static final int MAX_SHOWN = 200;
    private static final int MAX_READ = 4_000;
    private static final String HIDDEN = "[hidden]";

    private static final Pattern URL =
            Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)\\S+");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_=+/~-]{20,}");
    private static final Pattern LONG_NUMBER =
            Pattern.compile("[+(]{0,2}[0-9](?:[ ().-]{0,2}[0-9*xX]){5,}");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+");
    private static final Pattern CODE = Pattern.compile("-?[A-Za-z0-9]{1,8}");

    private ProviderWords() {}

    /** What an answer says in words, as it came; for comparison only. */
    static Optional<String> raw(JsonObject answer) {
        for (String field : FIELDS) {
            Optional<String> words = answer.text(field);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    /**
     * What an answer says in words, to be quoted; empty text if it says nothing.
     *
     * @param sent what the request contained and nobody may read in a log
     */
    static String quote(Optional<JsonObject> answer, Collection<String> sent) {
        return answer.flatMap(ProviderWords::raw).map(words -> clean(words, sent)).orElse("");
    }

    /** Words that are to follow a sentence; empty text if there are none. */
    static String inBrackets(String words) {
        return words.isEmpty() ? "" : " (\"" + words + "\")";
    }

    /** A code of the provider's, if it looks like one. */
    static String code(String received) {
        return CODE.matcher(received).matches() ? received : "that is not readable";
    }

    static String clean(String words, Collection<String> sent) {
        String text = words;
        for (String secret : sent) {
            if (!secret.isBlank()) {
                text = replaceIgnoringCase(text, secret);
            }
        }
        if (text.length() > MAX_READ) {
            text = text.substring(0, MAX_READ);
        }
        text = UNPRINTABLE.matcher(text).replaceAll(" ");
        text = URL.matcher(text).replaceAll(HIDDEN);
        text = TOKEN.matcher(text).replaceAll(HIDDEN);
        text = LONG_NUMBER.matcher(text).replaceAll(HIDDEN).strip();
        return text.codePointCount(0, text.length()) <= MAX_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN));
    }

    private static String replaceIgnoringCase(String text, String secret) {
        return Pattern.compile(
                        Pattern.quote(secret), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(HIDDEN);
    }
}
