package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Wallet;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Way;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** PLG: the times in the profile. */
abstract class ProfileRules extends PluginProcessRules {

    @Rule(
            id = "PLG-40",
            needs = Need.PAY,
            demands =
                    "The times that the profile declares are those of the provider: customers have"
                            + " at least as long as it gives them, and questions are asked no"
                            + " earlier, no more often and for no shorter time than it demands.",
            why =
                    "Merchants give up, cancel the order and sell the goods to somebody else when"
                            + " the profile says that the customer's time is over. Who can still pay"
                            + " then, pays for nothing.",
            check =
                    "StatusPolling in the module's profile against the provider's documents; and the"
                            + " same numbers in the dialect, customerWindow() and statusPolling().")
    public final void plg40_theProfilesTimesAreTheProviders() {
        Set<Wallet> all = new LinkedHashSet<>();
        bench().ways().forEach(way -> all.add(way.wallet()));
        for (Wallet wallet : all) {
            StatusPolling declared =
                    bench().profile().support(wallet).orElseThrow().statusPolling();
            if (asks(wallet)) {
                bench().provider
                        .customerWindow(wallet)
                        .ifPresent(
                                window ->
                                        atLeast(
                                                wallet,
                                                "customerWindow",
                                                declared.customerWindow(),
                                                window,
                                                "for which the provider lets customers pay"));
            }
            Optional<StatusPolling> documented = bench().provider.statusPolling(wallet);
            documented.ifPresent(theirs -> compare(wallet, declared, theirs));
        }
    }

    /** Whether a customer has anything to decide. */
    private boolean asks(Wallet wallet) {
        return new Truths(bench()).asking().stream().map(Way::wallet).anyMatch(wallet::equals);
    }

    private static void compare(Wallet wallet, StatusPolling declared, StatusPolling theirs) {
        atLeast(
                wallet,
                "firstAfter",
                declared.firstAfter(),
                theirs.firstAfter(),
                "that the provider wants before the first question");
        atLeast(
                wallet,
                "between",
                declared.between(),
                theirs.between(),
                "that the provider wants between two questions");
        atLeast(
                wallet,
                "customerWindow",
                declared.customerWindow(),
                theirs.customerWindow(),
                "for which the provider lets customers pay");
        atLeast(
                wallet,
                "notFoundIsFinalAfter",
                declared.notFoundIsFinalAfter(),
                theirs.notFoundIsFinalAfter(),
                "after which alone the provider's \"not found\" is final");
    }

    private static void atLeast(
            Wallet wallet, String name, Duration declared, Duration theirs, String what) {
        expect(
                declared.compareTo(theirs) >= 0,
                "%s: the profile's %s is at least the %s %s".formatted(wallet, name, theirs, what),
                declared);
    }
}
