package id.dompet;

import id.dompet.fake.FakeProvider;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.ManualTime;
import java.util.Map;
import java.util.Random;

/** Two fake providers behind the real facade, with time that a test moves. */
final class FacadeFixture {
    final FakeProvider acme = new FakeProvider("acme", Wallet.OVO);
    final FakeProvider zenith = new FakeProvider("zenith", Wallet.SHOPEEPAY);
    final ManualTime time = new ManualTime();
    final CredentialStore store = CredentialStore.inMemory();

    static final Map<String, String> TWO_PROVIDERS =
            Map.of(
                    "dompet.environment", "sandbox",
                    "dompet.providers", "acme, zenith",
                    "dompet.route.default", "acme",
                    "dompet.acme.api-key", "acme-key",
                    "dompet.zenith.api-key", "zenith-key");

    Dompet.Builder builder(Map<String, String> settings) {
        return Dompet.builder(DompetConfig.of(settings))
                .credentials(store)
                .plugin(acme)
                .plugin(zenith)
                .time(time)
                .random(new Random(1));
    }

    Dompet open() {
        return builder(TWO_PROVIDERS).open();
    }
}
