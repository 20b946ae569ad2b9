package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Customer;
import id.dompet.model.Decline.Reason;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Whose a credential code is. */
final class DuitkuClaimTest {
    private static final String LINKED =
            "{\"accountStatus\":\"LINKED\",\"channel\":\"OL\",\"resultCode\":\"00\"}";
    private static final Map<String, String> RETURNED =
            Map.of("resultCode", "00", "credentialCode", Given.CODE);

    private final Given given = new Given();

    @Test
    void aCodeOfAnotherCustomerIsRefused() {
        completeAs("cust-0001");
        BindOutcome outcome = completeAs("cust-0002");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        r ->
                                assertThat(r.decline().reason())
                                        .isEqualTo(Reason.BOUND_TO_ANOTHER_CUSTOMER));
        assertThat(given.credentials.stored().values())
                .singleElement()
                .satisfies(c -> assertThat(c.owner()).contains("cust-0001"));
    }

    @RepeatedTest(20)
    void ofTwoCustomersWhoComeWithOneCodeAtTheSameTimeOneGetsIt()
            throws InterruptedException, ExecutionException {
        int customers = 8;
        CyclicBarrier together = new CyclicBarrier(customers);
        List<Callable<BindOutcome>> tasks = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            String reference = "cust-" + i;
            tasks.add(
                    () -> {
                        together.await();
                        return completeAs(reference);
                    });
        }
        ExecutorService threads = Executors.newFixedThreadPool(customers);
        int bound = 0;
        try {
            for (Future<BindOutcome> each : threads.invokeAll(tasks)) {
                bound += each.get() instanceof BindOutcome.Bound ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(bound).isEqualTo(1);
        assertThat(given.credentials.stored()).hasSize(1);
    }

    private BindOutcome completeAs(String reference) {
        Customer customer =
                Customer.of(
                        reference, "Jane Doe", "jane@example.com", PhoneNumber.of("081234567890"));
        BindAttempt attempt = Given.attempt(Wallet.OVO, customer);
        return given.bind().complete(Calls.answering(200, LINKED), attempt, RETURNED);
    }
}
