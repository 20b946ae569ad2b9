package id.dompet.docs.umpama;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.Credentials;
import id.dompet.spi.PayPort;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The module with a common mistake: what is not understood is called declined. */
class HastyConformance extends UmpamaConformanceTest {
    @Override
    protected WalletProviderPlugin plugin() {
        return new HastyPlugin();
    }

    private static final class HastyPlugin implements WalletProviderPlugin {
        private final UmpamaPlugin right = new UmpamaPlugin();

        @Override
        public String type() {
            return "hasty"; // the ServiceLoader finds the right one under its own type
        }

        @Override
        public List<Setting> settings() {
            return right.settings();
        }

        @Override
        public Module module() {
            return new HastyModule();
        }
    }

    private static final class HastyModule extends AbstractModule {
        @Provides
        @Singleton
        WalletProvider provider(
                ProviderSettings settings, Credentials credentials, RandomGenerator random) {
            WalletProvider right = new UmpamaModule().provider(settings, credentials, random);
            PayPort pay = right.pay().orElseThrow();
            return new WalletProvider(
                    right.profile(),
                    right.bind(),
                    right.unbind(),
                    right.balance(),
                    right.topUp(),
                    Optional.of((call, payment) -> hasty(pay, call, payment)),
                    right.status(),
                    right.refund(),
                    right.notifications());
        }

        private static PaymentOutcome hasty(PayPort pay, Call call, Payment payment) {
            PaymentOutcome outcome = pay.pay(call, payment);
            return outcome instanceof PaymentOutcome.Unknown
                    ? new PaymentOutcome.Declined(
                            Decline.of(Decline.Reason.OTHER, "the payment failed"))
                    : outcome;
        }
    }
}
