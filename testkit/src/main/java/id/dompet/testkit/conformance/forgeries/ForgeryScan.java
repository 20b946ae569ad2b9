package id.dompet.testkit.conformance.forgeries;

import id.dompet.model.DompetException;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Opened;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has a module read forgeries, and looks for one that it believes. */
public final class ForgeryScan {
    private static final int MOST_QUESTIONS = 300;
    private static final int SLOW_SHARE = 10;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /**
     * What was found, each in words.
     *
     * @param content a forgery that is believed although it speaks of something else
     * @param result one whose result is believed although nobody signed it
     * @param thrown one that made the module throw
     * @param tried how many were read
     */
    public record Found(
            Optional<String> content, Optional<String> result, Optional<String> thrown, int tried) {

        public boolean isBelieved() {
            return content.isPresent() || result.isPresent();
        }
    }

    private final Bench bench;
    private final List<Notice> genuine;
    private final Forgeries forgeries;
    private final Set<String> asked = new HashSet<>();
    private Optional<String> content = Optional.empty();
    private Optional<String> result = Optional.empty();
    private Optional<String> thrown = Optional.empty();

    public ForgeryScan(Bench bench, List<Notice> genuine, long seed) {
        this.bench = bench;
        this.genuine = List.copyOf(genuine);
        this.forgeries = new Forgeries(genuine.stream().map(Notice::request).toList(), seed);
    }

    /**
     * Reads so many, the likeliest first; after the first one whose content is believed, no more.
     * Where checking a signature takes long, as with elliptic curves, a tenth of them is enough.
     */
    public Found read(int count) {
        int tried = 0;
        long begun = System.nanoTime();
        var each = forgeries.first(count).iterator();
        while (content.isEmpty()
                && each.hasNext()
                && (tried * SLOW_SHARE < count
                        || System.nanoTime() - begun < LONG_ENOUGH.toNanos())) {
            judge(each.next());
            tried++;
        }
        return new Found(content, result, thrown, tried);
    }

    private void judge(Forgeries.Numbered each) {
        Opened opened = Opened.by(bench, each.forgery().request());
        if (opened.thrown() != null) {
            thrown = thrown.or(() -> Optional.of(words(each, opened.toString())));
        }
        if (opened.rejected().isPresent() || opened.thrown() != null) {
            return;
        }
        if (opened.verified().isEmpty()) {
            content = Optional.of(words(each, "taken for a handshake"));
            return;
        }
        Notification.Event event = opened.verified().get().event();
        Meaning now = Meaning.of(event);
        if (genuine.stream().map(Notice::meaning).anyMatch(now::equals)) {
            return; // as true as the genuine one
        }
        boolean sameSubject = genuine.stream().map(Notice::meaning).anyMatch(now::isAboutTheSameAs);
        if (now.isAskedAbout()) {
            if (!sameSubject) {
                content = untrue((PaymentReported) event).map(told -> words(each, told));
            }
        } else if (sameSubject) {
            result = result.or(() -> Optional.of(words(each, opened.toString())));
        } else if (!now.isNobodysBusiness() || !isUnsigned()) {
            content = Optional.of(words(each, opened.toString()));
        }
    }

    /** Whether this provider signs so little that everything is asked about. */
    private boolean isUnsigned() {
        return genuine.stream().map(Notice::meaning).anyMatch(Meaning::isAskedAbout);
    }

    /**
     * What the merchant is told about an unsigned report, if that is not so. The merchant knows a
     * payment of that reference and amount, which is the worst that can be.
     */
    private Optional<String> untrue(PaymentReported reported) {
        String about = reported.paymentReference() + " " + reported.amount();
        if (asked.size() >= MOST_QUESTIONS || !asked.add(about)) {
            return Optional.empty();
        }
        Optional<Payment> payment =
                bench.merchant
                        .find(reported.paymentReference())
                        .or(() -> Truth.like(anyPayment(), reported));
        if (payment.isEmpty()) {
            return Optional.empty(); // no merchant can have such a payment
        }
        try {
            PaymentOutcome told = bench.dompet.confirm(payment.get(), reported);
            return Truth.contradicts(bench, payment.get(), told)
                    ? Optional.of("the merchant is told " + told)
                    : Optional.empty();
        } catch (DompetException e) {
            return Optional.empty(); // nothing is believed
        }
    }

    private Payment anyPayment() {
        return genuine.stream()
                .map(each -> each.said().event())
                .filter(PaymentReported.class::isInstance)
                .flatMap(
                        each ->
                                bench
                                        .merchant
                                        .find(((PaymentReported) each).paymentReference())
                                        .stream())
                .findFirst()
                .orElseThrow();
    }

    private String words(Forgeries.Numbered each, String seen) {
        return "%s, of a genuine one about %s (seed %d): %s"
                .formatted(
                        each.forgery().how(),
                        genuine.get(each.base()).meaning(),
                        forgeries.seed(),
                        seen);
    }
}
