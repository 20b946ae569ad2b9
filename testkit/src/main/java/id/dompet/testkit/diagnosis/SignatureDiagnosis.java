package id.dompet.testkit.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the signature of a request. Free of keys and tokens.
 *
 * @param mistakes what explains it; empty when the signature is right
 * @param toSign the text that has to be signed for this request, with placeholders in angle
 *     brackets for keys and tokens
 * @param method how that text becomes the signature, as a sentence
 */
public record SignatureDiagnosis(List<Mistake> mistakes, String toSign, String method) {

    /** Copies the list. */
    public SignatureDiagnosis {
        mistakes = List.copyOf(mistakes);
    }

    /** Whether there is nothing to say against the signature. */
    public boolean isRight() {
        return mistakes.isEmpty();
    }

    /** The same with one more mistake. */
    public SignatureDiagnosis with(Mistake mistake) {
        List<Mistake> more = new ArrayList<>(mistakes);
        more.add(mistake);
        return new SignatureDiagnosis(more, toSign, method);
    }
}
