package id.dompet.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider, assembled: its profile and the ports that deliver what the profile promises.
 *
 * @param profile what it says about itself
 * @param bind links wallets
 * @param unbind ends links
 * @param balance asks what a wallet holds
 * @param topUp explains how to fill a wallet
 * @param pay charges wallets
 * @param status asks about payments
 * @param refund gives money back
 * @param notifications understands inbound requests
 */
public record WalletProvider(
        ProviderProfile profile,
        Optional<BindPort> bind,
        Optional<UnbindPort> unbind,
        Optional<BalancePort> balance,
        Optional<TopUpPort> topUp,
        Optional<PayPort> pay,
        Optional<StatusPort> status,
        Optional<RefundPort> refund,
        Optional<NotifyPort> notifications) {

    /** Refuses a profile that promises what no port delivers, and the reverse. */
    public WalletProvider {
        List<String> faults = new ArrayList<>();
        agree(faults, profile, bind.isPresent(), "bind", Capability.BIND);
        agree(faults, profile, unbind.isPresent(), "unbind", Capability.UNBIND);
        agree(faults, profile, balance.isPresent(), "balance", Capability.BALANCE);
        agree(faults, profile, topUp.isPresent(), "topUp", Capability.TOP_UP_INSTRUCTIONS);
        agree(
                faults,
                profile,
                pay.isPresent(),
                "pay",
                Capability.PAY_LINKED,
                Capability.PAY_UNATTENDED,
                Capability.PAY_REDIRECT);
        agree(faults, profile, refund.isPresent(), "refund", Capability.REFUND);
        agree(faults, profile, notifications.isPresent(), "notifications", Capability.NOTIFY);
        if (pay.isPresent() != status.isPresent()) {
            faults.add("a provider that can pay must have a status port, and the reverse");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    profile.displayName() + ": " + String.join("; ", faults));
        }
    }

    private static void agree(
            List<String> faults,
            ProviderProfile profile,
            boolean hasPort,
            String port,
            Capability... capabilities) {
        boolean declared = false;
        for (Capability capability : capabilities) {
            declared |= profile.can(capability);
        }
        if (declared && !hasPort) {
            faults.add("the profile declares " + capabilities[0] + " but there is no port " + port);
        }
        if (hasPort && !declared) {
            faults.add("there is a port " + port + " but no wallet declares " + capabilities[0]);
        }
    }

    /** Starts assembling. */
    public static Builder of(ProviderProfile profile) {
        return new Builder(profile);
    }

    /** Collects the ports. Not thread-safe. */
    public static final class Builder {
        private final ProviderProfile profile;
        private @Nullable BindPort bind;
        private @Nullable UnbindPort unbind;
        private @Nullable BalancePort balance;
        private @Nullable TopUpPort topUp;
        private @Nullable PayPort pay;
        private @Nullable StatusPort status;
        private @Nullable RefundPort refund;
        private @Nullable NotifyPort notifications;

        private Builder(ProviderProfile profile) {
            this.profile = profile;
        }

        /** Links wallets. */
        public Builder bind(BindPort port) {
            bind = port;
            return this;
        }

        /** Ends links. */
        public Builder unbind(UnbindPort port) {
            unbind = port;
            return this;
        }

        /** Asks what a wallet holds. */
        public Builder balance(BalancePort port) {
            balance = port;
            return this;
        }

        /** Explains how to fill a wallet. */
        public Builder topUp(TopUpPort port) {
            topUp = port;
            return this;
        }

        /** Charges wallets. */
        public Builder pay(PayPort port) {
            pay = port;
            return this;
        }

        /** Asks about payments. */
        public Builder status(StatusPort port) {
            status = port;
            return this;
        }

        /** Gives money back. */
        public Builder refund(RefundPort port) {
            refund = port;
            return this;
        }

        /** Understands inbound requests. */
        public Builder notifications(NotifyPort port) {
            notifications = port;
            return this;
        }

        /**
         * The provider.
         *
         * @throws IllegalArgumentException if profile and ports disagree
         */
        public WalletProvider build() {
            return new WalletProvider(
                    profile,
                    Optional.ofNullable(bind),
                    Optional.ofNullable(unbind),
                    Optional.ofNullable(balance),
                    Optional.ofNullable(topUp),
                    Optional.ofNullable(pay),
                    Optional.ofNullable(status),
                    Optional.ofNullable(refund),
                    Optional.ofNullable(notifications));
        }
    }
}
