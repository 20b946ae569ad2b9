package id.dompet.provider.doku;

import id.dompet.model.Wallet;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.ProviderConformance;
import id.dompet.testkit.doku.DokuMerchant;
import id.dompet.testkit.doku.SimulatedDoku;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.Map;

/** Answers the suite's questions for one generation of DOKU's paths. */
abstract class DokuConformance extends ProviderConformance {
    private static final int CIMB_AT_MOST = 12;
    private static final int ALLO_AT_LEAST = 32;

    private final Generation generation;

    DokuConformance(Generation generation) {
        this.generation = generation;
    }

    @Override
    protected WalletProviderPlugin plugin() {
        return new DokuSnapPlugin();
    }

    @Override
    protected SimulatedProvider simulator(SimulatorSetup setup) {
        return SimulatedDoku.start(setup);
    }

    @Override
    protected Map<String, String> settings(SimulatorSetup setup, URI simulator) {
        DokuMerchant merchant = DokuMerchant.of(setup);
        return Map.of(
                DokuSettings.API, generation.setting(),
                DokuSettings.BASE_URL, simulator.toString(),
                DokuSettings.CLIENT_ID, merchant.clientId(),
                DokuSettings.CLIENT_SECRET, merchant.clientSecret(),
                DokuSettings.PRIVATE_KEY, merchant.privateKey(),
                DokuSettings.DOKU_PUBLIC_KEY, merchant.dokuPublicKey(),
                DokuSettings.IP_ADDRESS, "203.0.113.7");
    }

    /** Lengths of the pages of CIMB and of Allo; what makes a reference unique is its end. */
    @Override
    protected String reference(Wallet wallet, String unique) {
        return switch (wallet.code()) {
            case "CIMB" -> unique.substring(Math.max(0, unique.length() - CIMB_AT_MOST));
            case "ALLO" -> "0".repeat(Math.max(0, ALLO_AT_LEAST - unique.length())) + unique;
            default -> unique;
        };
    }
}
