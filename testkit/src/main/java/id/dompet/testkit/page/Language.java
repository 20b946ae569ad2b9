package id.dompet.testkit.page;

import id.dompet.testkit.FormText;
import id.dompet.testkit.SimulatorRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the wallet's pages. */
enum Language {
    INDONESIAN("id", "Bahasa Indonesia"),
    ENGLISH("en", "English");

    /** The query parameter with which a page's own links choose a language. */
    static final String PARAMETER = "lang";

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The tag of the language, as in {@code lang} and {@code hreflang}. */
    String tag() {
        return tag;
    }

    /** What its speakers call it. */
    String ownName() {
        return ownName;
    }

    /** What the page was asked for in, or what the browser prefers; English for all others. */
    static Language of(SimulatorRequest request) {
        return chosen(request)
                .or(() -> request.header("Accept-Language").flatMap(Language::preferred))
                .orElse(ENGLISH);
    }

    private static Optional<Language> chosen(SimulatorRequest request) {
        return tagged(FormText.read(request.query()).getOrDefault(PARAMETER, ""));
    }

    private static Optional<Language> preferred(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            List<String> tags = Arrays.stream(values()).map(Language::tag).toList();
            return Optional.ofNullable(Locale.lookupTag(ranges, tags)).flatMap(Language::tagged);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not a list of languages
        }
    }

    private static Optional<Language> tagged(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }
}
