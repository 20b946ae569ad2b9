package id.dompet.provider.duitku;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.ProviderConformance;
import id.dompet.testkit.duitku.SignatureScheme;
import id.dompet.testkit.duitku.SimulatedDuitku;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.Map;

/** Answers the suite's questions for one scheme of signatures. */
abstract class DuitkuConformance extends ProviderConformance {
    private final String setting;
    private final SignatureScheme scheme;

    DuitkuConformance(String setting, SignatureScheme scheme) {
        this.setting = setting;
        this.scheme = scheme;
    }

    @Override
    protected WalletProviderPlugin plugin() {
        return new DuitkuPlugin();
    }

    @Override
    protected SimulatedProvider simulator(SimulatorSetup setup) {
        return SimulatedDuitku.start(setup, scheme);
    }

    @Override
    protected Map<String, String> settings(SimulatorSetup setup, URI simulator) {
        return Map.of(
                DuitkuSettings.MERCHANT_CODE,
                SimulatedDuitku.MERCHANT_CODE,
                DuitkuSettings.API_KEY,
                setup.secret(SimulatedDuitku.API_KEY),
                DuitkuSettings.SIGNATURE_SCHEME,
                setting,
                DuitkuSettings.CALLBACK_URL,
                setup.notifications().toString(),
                DuitkuSettings.ACCOUNT_LINK_BASE_URL,
                simulator + "/accountlinking",
                DuitkuSettings.WEB_API_BASE_URL,
                simulator.toString());
    }
}
