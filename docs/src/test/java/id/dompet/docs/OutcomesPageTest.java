package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.BindOutcome;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomesPageTest {
    @Test
    void everyStateReasonCauseAndExceptionIsExplained() {
        String page = Documents.read(Documents.ROOT.resolve("docs/outcomes.md"));
        Stream.of(
                        PaymentOutcome.State.values(),
                        BindOutcome.State.values(),
                        RefundOutcome.State.values(),
                        Decline.Reason.values(),
                        UnknownCause.values())
                .flatMap(Arrays::stream)
                .forEach(value -> assertThat(page).contains("`" + value.name() + "`"));
        for (Class<?> exception : DompetException.class.getPermittedSubclasses()) {
            assertThat(page).contains("`" + exception.getSimpleName() + "`");
        }
    }
}
