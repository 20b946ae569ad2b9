package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Gives the entries of an outbox their numbers, from 1. */
final class Numbered {
    private Numbered() {}

    static <T, R> List<R> of(List<T> all, BiFunction<Integer, T, R> view) {
        List<R> views = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            views.add(view.apply(i + 1, all.get(i)));
        }
        return views;
    }

    static <T> T find(List<T> all, int number, String noun) {
        if (number < 1 || number > all.size()) {
            throw Refused.missing(
                    "There is no %s %d; the outbox has %d.".formatted(noun, number, all.size()));
        }
        return all.get(number - 1);
    }
}
