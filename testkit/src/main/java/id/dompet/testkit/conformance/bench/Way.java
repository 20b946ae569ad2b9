package id.dompet.testkit.conformance.bench;

import id.dompet.model.Payment;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One way of paying that a profile declares.
 *
 * @param wallet which wallet
 * @param kind how the customer takes part
 */
public record Way(Wallet wallet, Payment.Kind kind) {
    private static final Map<Payment.Kind, Capability> CAPABILITIES =
            Map.of(
                    Payment.Kind.LINKED, Capability.PAY_LINKED,
                    Payment.Kind.UNATTENDED, Capability.PAY_UNATTENDED,
                    Payment.Kind.REDIRECT, Capability.PAY_REDIRECT);

    /** Every declared way, in an order that does not change from run to run. */
    static List<Way> of(ProviderProfile profile) {
        List<Way> ways = new ArrayList<>();
        profile.wallets().keySet().stream()
                .sorted(Comparator.comparing(Wallet::code))
                .forEach(
                        wallet -> {
                            for (Payment.Kind kind : Payment.Kind.values()) {
                                Capability capability = CAPABILITIES.get(kind);
                                if (capability != null && profile.can(wallet, capability)) {
                                    ways.add(new Way(wallet, kind));
                                }
                            }
                        });
        return ways;
    }

    public boolean isLinked() {
        return kind != Payment.Kind.REDIRECT;
    }

    @Override
    public String toString() {
        return wallet + " " + kind;
    }
}
