package id.dompet.provider.doku;

import id.dompet.spi.ProviderText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where an answer has its words. */
final class ProviderWords {
    private static final List<String> FIELDS = List.of("responseMessage", "message", "error");

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
        return answer.flatMap(ProviderWords::raw)
                .map(words -> ProviderText.clean(words, sent))
                .orElse("");
    }
}
