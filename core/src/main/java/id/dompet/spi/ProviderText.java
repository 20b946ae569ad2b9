package id.dompet.spi;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Makes the provider's own words fit to be quoted in a message: short, printable, and without
 * addresses, long numbers, codes, or anything that was in the request. One place for every
 * provider, because a leak here is a leak everywhere. Thread-safe.
 */
public final class ProviderText {
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
    // A number or a short code; or words such as LINK_ENDED, in which no key or token would fit.
    private static final Pattern CODE =
            Pattern.compile(
                    "-?[A-Za-z0-9]{1,8}"
                            + "|(?=.{1,48}$)[A-Za-z]{1,16}([_.-]([A-Za-z]{1,16}|[0-9]{1,5})){0,6}");

    private ProviderText() {}

    /** Words that are to follow a sentence; empty text if there are none. */
    public static String inBrackets(String words) {
        return words.isEmpty() ? "" : " (\"" + words + "\")";
    }

    /** A code of the provider's, if it looks like one: {@code 05}, {@code link_ended}. */
    public static String code(String received) {
        return CODE.matcher(received).matches() ? received : "that is not readable";
    }

    /**
     * Words fit to be quoted, at most 200 characters.
     *
     * @param sent what the request contained, and keys: nobody may read them in a log
     */
    public static String clean(String words, Collection<String> sent) {
        String text = words;
        for (String secret : sent) {
            if (!secret.isBlank()) {
                text = replaceIgnoringCase(text, secret);
            }
        }
        if (text.length() > MAX_READ) {
            text = text.substring(0, endOfWords(text));
        }
        text = UNPRINTABLE.matcher(text).replaceAll(" ");
        text = URL.matcher(text).replaceAll(HIDDEN);
        text = TOKEN.matcher(text).replaceAll(HIDDEN);
        text = LONG_NUMBER.matcher(text).replaceAll(HIDDEN).strip();
        return text.codePointCount(0, text.length()) <= MAX_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN));
    }

    /** Half a token is not known for one, so a word that would be cut is left out as a whole. */
    private static int endOfWords(String text) {
        int end = MAX_READ;
        while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static String replaceIgnoringCase(String text, String secret) {
        return Pattern.compile(
                        Pattern.quote(secret), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(HIDDEN);
    }
}
