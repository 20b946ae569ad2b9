package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.spi.Call;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers to one path that a broken module takes for what they are not. Thread-safe. */
final class Misreading {
    private final String path;
    private final Predicate<HttpResponse> misread;
    private final ThreadLocal<Boolean> seen = ThreadLocal.withInitial(() -> false);

    Misreading(String path, Predicate<HttpResponse> misread) {
        this.path = path;
        this.misread = misread;
    }

    HttpResponse send(Call call, HttpRequest signed) {
        HttpResponse answer = call.send(signed);
        if (BrokenQuestions.isTo(signed, path)) {
            seen.set(misread.test(answer));
        }
        return answer;
    }

    /** The genuine outcome, or the wrong one if such an answer came, even after an exception. */
    <T> T of(Supplier<T> genuine, Supplier<T> wrong) {
        seen.set(false);
        try {
            T outcome = genuine.get();
            return seen.get() ? wrong.get() : outcome;
        } catch (RuntimeException e) {
            if (seen.get()) {
                return wrong.get();
            }
            throw e;
        }
    }
}
