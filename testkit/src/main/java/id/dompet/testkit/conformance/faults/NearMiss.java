package id.dompet.testkit.conformance.faults;

import id.dompet.model.Money;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.bench.Bench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers about something that is nearly what was asked about: whoever compares carelessly takes
 * them for it.
 *
 * @param name e.g. "another REFERENCE (one character longer)"
 * @param fault the genuine answer with that
 * @param changed whether an answer had the fact, so that it was changed
 */
public record NearMiss(String name, Fault fault, AtomicBoolean changed) {

    /** Every one, for a reference and an amount that the genuine answer may contain. */
    public static List<NearMiss> of(Bench bench, String reference, Money amount) {
        Map<String, String[]> texts = new LinkedHashMap<>();
        String name = "another REFERENCE (%s)";
        texts.put(name.formatted("one character longer"), pair(reference, reference + "0"));
        texts.put(
                name.formatted("in other case"),
                pair(reference, reference.toUpperCase(Locale.ROOT)));
        texts.put(
                name.formatted("one character shorter"),
                pair(reference, reference.substring(0, reference.length() - 1)));
        texts.put(name.formatted("with one character before it"), pair(reference, "0" + reference));
        String exact = amount.decimalText();
        String more = exact.substring(0, exact.length() - 2) + "50";
        texts.put("another AMOUNT (half a rupiah more)", pair(exact, more));
        Money greater = Money.idr(amount.wholeUnits() + 1);
        texts.put("another AMOUNT (one rupiah more)", pair(exact, greater.decimalText()));
        texts.put(
                "another AMOUNT (one rupiah more, without decimals)",
                pair(Long.toString(amount.wholeUnits()), Long.toString(greater.wholeUnits())));
        texts.put("another AMOUNT (below zero)", pair(exact, "-" + exact));
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue()[0].equals(entry.getValue()[1]))
                .map(entry -> of(bench, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether it is about something else altogether, and not only about more of it. */
    public boolean isOfReference() {
        return name.contains("REFERENCE");
    }

    private static String[] pair(String genuine, String other) {
        return new String[] {"\"" + genuine + "\"", "\"" + other + "\""};
    }

    private static NearMiss of(Bench bench, String name, String[] texts) {
        AtomicBoolean changed = new AtomicBoolean();
        Fault fault =
                Fault.rewritten(
                        answer -> {
                            String text = answer.text().replace(texts[0], texts[1]);
                            if (text.equals(answer.text())) {
                                return answer;
                            }
                            changed.set(true);
                            return bench.provider.resealed(answer.withBody(text));
                        });
        return new NearMiss(name, fault, changed);
    }
}
