package id.dompet.testkit.conformance.defects;

import java.util.List;
import java.util.stream.Stream;

/** Faults: charges that are sent or understood wrongly. */
final class PaymentDefects {
    private PaymentDefects() {}

    static List<Defect> all() {
        return Stream.of(
                        PaymentUseDefects.all(),
                        PaymentFaultDefects.all(),
                        PaymentAnswerDefects.all(),
                        PaymentTokenDefects.all(),
                        PaymentPageDefects.all())
                .flatMap(List::stream)
                .toList();
    }
}
