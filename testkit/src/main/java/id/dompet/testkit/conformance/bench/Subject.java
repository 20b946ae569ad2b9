package id.dompet.testkit.conformance.bench;

import id.dompet.model.Wallet;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.Map;

/** What a contributor answered: the module to be judged and the provider it speaks to. */
public interface Subject {
    WalletProviderPlugin plugin();

    SimulatedProvider simulator(SimulatorSetup setup);

    Map<String, String> settings(SimulatorSetup setup, URI simulator);

    /** A reference that the provider takes for this wallet, as unique as the one given. */
    String reference(Wallet wallet, String unique);
}
