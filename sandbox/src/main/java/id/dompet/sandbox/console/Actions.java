package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything that can be done, once for the pages, for HTTP and for the command line. */
final class Actions {
    private static final String PROVIDER = "provider";
    private static final String REFERENCE = "reference";

    private final Sandbox sandbox;

    Actions(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Action> all() {
        List<String> charge = List.of(PROVIDER, REFERENCE);
        List<String> wallet = List.of(PROVIDER, "wallet", "phone");
        List<String> provider = List.of(PROVIDER);
        List<String> message = List.of(PROVIDER, "number");
        return List.of(
                new Action(
                        "wallets/balance",
                        List.of(PROVIDER, "wallet", "phone", "cash", "[points]"),
                        "Sets the balance of a wallet, which comes into being if need be.",
                        this::balance),
                new Action(
                        "bindings/end",
                        wallet,
                        "The customer unlinks in the wallet's own app; the merchant is not told.",
                        this::unlink),
                new Action(
                        "charges/succeed",
                        charge,
                        "The wallet pays a charge that is pending, or pays an expired one late.",
                        given -> charge(given, Provider::succeed, "is paid")),
                new Action(
                        "charges/decline",
                        charge,
                        "The wallet refuses a pending charge.",
                        given -> charge(given, Provider::decline, "is declined")),
                new Action(
                        "charges/leave",
                        charge,
                        "Leaves a charge pending, and says until when.",
                        this::leave),
                new Action(
                        "charges/expire",
                        charge,
                        "Ends the time to pay a pending charge at once.",
                        given -> charge(given, Provider::expire, "is expired")),
                new Action(
                        "charges/refund",
                        List.of(PROVIDER, REFERENCE, "[amount]"),
                        "Gives a paid charge back, in part or (without amount) what is left of it.",
                        this::refund),
                new Action(
                        "notifications/send",
                        message,
                        "Delivers a notification once, now, whatever was delivered before.",
                        given -> deliver(given, 1, false)),
                new Action(
                        "notifications/twice",
                        message,
                        "Delivers a notification twice, one after the other.",
                        given -> deliver(given, 2, false)),
                new Action(
                        "notifications/forge",
                        message,
                        "Delivers a notification with a broken signature.",
                        given -> deliver(given, 1, true)),
                new Action(
                        "next/hold",
                        provider,
                        "Keeps the next notification back until it is sent by hand: it comes late.",
                        given -> next(given, Provider::holdNext, "The next notification waits")),
                new Action(
                        "next/forge",
                        provider,
                        "Signs the next notification wrongly, in every delivery.",
                        given ->
                                next(
                                        given,
                                        Provider::breakNext,
                                        "The next notification is forged")),
                new Action(
                        "next/early",
                        provider,
                        "Pays the next charge, and notifies, before the charge is answered.",
                        given ->
                                next(
                                        given,
                                        Provider::notifyBeforeNextAnswer,
                                        "The next notification comes before the answer")),
                new Action(
                        "next/pending",
                        provider,
                        "Leaves the next charge that needs no customer pending.",
                        given ->
                                next(
                                        given,
                                        Provider::leaveNextPending,
                                        "The next unattended charge stays pending")),
                new Action(
                        "faults/add",
                        List.of(PROVIDER, "operation", "fault", "[times]"),
                        "The next requests of an operation (1 by default) meet a fault.",
                        this::fault),
                new Action(
                        "faults/clear",
                        List.of("[provider]"),
                        "Back to normal, for one provider or for all.",
                        this::clearFaults),
                new Action(
                        "clock/move",
                        List.of("by"),
                        "Moves the providers' clock, e.g. by 30m, 6h, 2d or -10s.",
                        this::move),
                new Action(
                        "clock/reset",
                        List.of(),
                        "Sets the providers' clock back to the machine's time.",
                        given -> {
                            sandbox.clock().reset();
                            return "The clock shows the machine's time again.";
                        }));
    }

    private Provider provider(Parameters given) {
        return sandbox.provider(given.text(PROVIDER));
    }

    private String balance(Parameters given) {
        long cash = given.number("cash");
        long points = given.number("points", 0);
        provider(given).setBalance(given.text("wallet"), given.text("phone"), cash, points);
        return "The wallet has %d rupiah and %d points.".formatted(cash, points);
    }

    private String unlink(Parameters given) {
        provider(given).unlink(given.text("wallet"), given.text("phone"));
        return "The wallet is unlinked; the merchant was not told.";
    }

    private String charge(Parameters given, BiConsumer<Provider, String> deed, String became) {
        String reference = given.text(REFERENCE);
        deed.accept(provider(given), reference);
        return "%s %s.".formatted(reference, became);
    }

    private String leave(Parameters given) {
        Views.Charge charge = find(given);
        if (!charge.pending()) {
            throw Refused.conflict(
                    "%s is %s already and stays so.".formatted(charge.reference(), charge.state()));
        }
        return "%s stays pending until somebody decides, or until %s."
                .formatted(charge.reference(), charge.expiresAt());
    }

    private String refund(Parameters given) {
        Views.Charge charge = find(given);
        long amount = given.number("amount", charge.refundable());
        provider(given).refund(charge.reference(), amount);
        return "%d rupiah of %s are given back.".formatted(amount, charge.reference());
    }

    private Views.Charge find(Parameters given) {
        Provider provider = provider(given);
        String reference = given.text(REFERENCE);
        return provider.charges().stream()
                .filter(charge -> charge.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> Charges.unknown(provider.title(), reference));
    }

    private String deliver(Parameters given, int times, boolean forged) {
        int number = (int) Math.min(Integer.MAX_VALUE, given.number("number"));
        Provider provider = provider(given);
        String heard = "";
        for (int i = 0; i < times; i++) {
            heard += (i == 0 ? "" : "; then ") + provider.deliver(number, forged);
        }
        return "The merchant's answer: %s.".formatted(heard);
    }

    private String next(Parameters given, Consumer<Provider> deed, String sentence) {
        Provider provider = provider(given);
        deed.accept(provider);
        return "%s (%s).".formatted(sentence, provider.title());
    }

    private String fault(Parameters given) {
        Provider provider = provider(given);
        String operation = given.text("operation").toUpperCase(Locale.ROOT).replace('-', '_');
        FaultKind kind = Names.of(FaultKind.class, given.text("fault"), "fault");
        int times = (int) Math.min(Integer.MAX_VALUE, given.number("times", 1));
        if (kind == FaultKind.EXPIRED_TOKEN
                && (!provider.usesTokens() || operation.startsWith("TOKEN"))) {
            throw Refused.conflict(
                    "%s at %s carries no token that could be over."
                            .formatted(operation, provider.title()));
        }
        provider.wire().fault(operation, provider.fault(kind), times);
        return "The next %s of %s: %s."
                .formatted(
                        times == 1 ? "request" : times + " requests",
                        operation,
                        kind.what().toLowerCase(Locale.ROOT));
    }

    private String clearFaults(Parameters given) {
        String name = given.optional(PROVIDER);
        List<Provider> meant =
                name.isEmpty() ? sandbox.providers() : List.of(sandbox.provider(name));
        meant.forEach(provider -> provider.wire().clearFaults());
        return "No fault is switched on any more.";
    }

    private String move(Parameters given) {
        Duration step = given.duration("by");
        if (!sandbox.clock().move(step)) {
            throw Refused.bad("The clock cannot be moved more than ten years away.");
        }
        return "The providers' clock shows %s.".formatted(Times.text(sandbox.clock().instant()));
    }
}
