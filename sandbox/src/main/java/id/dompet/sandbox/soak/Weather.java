package id.dompet.sandbox.soak;

import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuOperation;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.util.List;
import java.util.Random;

/** What goes wrong at the providers apart from charges, which bring their own faults. */
final class Weather implements Runnable {
    private static final List<DuitkuOperation> DUITKU =
            List.of(
                    DuitkuOperation.TRANSACTION_STATUS,
                    DuitkuOperation.TRANSACTION_STATUS,
                    DuitkuOperation.CONNECT);
    private static final List<DokuOperation> DOKU =
            List.of(
                    DokuOperation.CHECK_STATUS,
                    DokuOperation.CHECK_STATUS,
                    DokuOperation.REFUND,
                    DokuOperation.TOKEN_B2B,
                    DokuOperation.TOKEN_B2B2C,
                    DokuOperation.ACCOUNT_BINDING);

    private final Providers providers;
    private final Random random;

    Weather(Providers providers, Random random) {
        this.providers = providers;
        this.random = random;
    }

    /** One change; it waits for the next request of its kind, and nothing else does meanwhile. */
    @Override
    public void run() {
        Fault fault = ProviderFaults.any(random);
        if (random.nextBoolean()) {
            DuitkuOperation operation = DUITKU.get(random.nextInt(DUITKU.size()));
            if (providers.duitku().faults().waiting(operation) == 0) {
                providers.duitku().faults().next(operation, fault);
            }
        } else {
            DokuOperation operation = DOKU.get(random.nextInt(DOKU.size()));
            if (providers.doku().faults().waiting(operation) == 0) {
                providers.doku().faults().next(operation, fault);
            }
        }
        if (random.nextInt(200) == 0) {
            providers.doku().revokeMerchantTokens();
        }
    }
}
