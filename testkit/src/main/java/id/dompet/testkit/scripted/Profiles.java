package id.dompet.testkit.scripted;

import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scripted provider says about itself, unless a test says otherwise. */
final class Profiles {
    /** As slow as the slowest real one: a quarter of an hour for the customer. */
    private static final StatusPolling POLLING =
            new StatusPolling(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(45));

    private Profiles() {}

    static ProviderProfile everything(String id) {
        WalletSupport support = new WalletSupport(EnumSet.allOf(Capability.class), POLLING);
        return new ProviderProfile(
                "Scripted " + id,
                Stream.of(Wallet.OVO, Wallet.SHOPEEPAY, Wallet.DANA, Wallet.LINKAJA, Wallet.GOPAY)
                        .collect(Collectors.toMap(Function.identity(), wallet -> support)));
    }
}
