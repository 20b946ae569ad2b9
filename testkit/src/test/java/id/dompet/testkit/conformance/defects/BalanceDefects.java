package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.TopUpInstruction;
import id.dompet.spi.BalancePort;
import id.dompet.spi.Call;
import id.dompet.spi.TopUpPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Faults: balances and ways to fill a wallet that are wrong. */
final class BalanceDefects {
    private BalanceDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BAL-01",
                        "balances are rounded to thousands",
                        balance(
                                (genuine, call, binding) -> {
                                    Balance seen = genuine.balance(call, binding);
                                    long rounded = seen.cash().amount().longValue() / 1_000 * 1_000;
                                    return new Balance(
                                            Money.idr(rounded), seen.points(), seen.asOf());
                                }),
                        "the balance is exactly"),
                Defect.of(
                        "BAL-01",
                        "points are counted in hundredths",
                        balance(
                                (genuine, call, binding) -> {
                                    Balance seen = genuine.balance(call, binding);
                                    return new Balance(
                                            seen.cash(),
                                            seen.points().map(p -> Money.idr(p.wholeUnits() * 100)),
                                            seen.asOf());
                                }),
                        "points are exactly"),
                Defect.of(
                        "BAL-02",
                        "a balance that was asked for twice is remembered",
                        new Remembered(),
                        "asked again"),
                Defect.of(
                        "BAL-03",
                        "a link that has ended is a failure that passes",
                        balance(
                                (genuine, call, binding) -> {
                                    try {
                                        return genuine.balance(call, binding);
                                    } catch (DompetException.BindingUnusable e) {
                                        throw new DompetException.Unavailable(
                                                binding.provider(), "try later", null);
                                    }
                                }),
                        "unlinked it in the app",
                        "BindingUnusable"),
                Defect.of(
                        "BAL-04",
                        "no answer is no money",
                        balance(
                                (genuine, call, binding) -> {
                                    try {
                                        return genuine.balance(call, binding);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return nothing(call);
                                    }
                                }),
                        "BALANCE OVO when the connection is reset",
                        "Unavailable"),
                Defect.of(
                        "BAL-05",
                        "an error page is no money",
                        balance(
                                (genuine, call, binding) -> {
                                    try {
                                        return genuine.balance(call, binding);
                                    } catch (DompetException.Unavailable e) {
                                        return nothing(call);
                                    }
                                }),
                        "BALANCE OVO when HTTP 500",
                        "Balance"),
                Defect.of(
                        "BAL-05",
                        "an answer that nobody knows has ended the link",
                        balance(
                                (genuine, call, binding) -> {
                                    try {
                                        return genuine.balance(call, binding);
                                    } catch (DompetException.Unavailable e) {
                                        throw new DompetException.BindingUnusable(
                                                binding.provider(), "", "link again");
                                    }
                                }),
                        "BALANCE OVO when",
                        "BindingUnusable"),
                Defect.of(
                        "BAL-05",
                        "points that cannot be read are none",
                        balance(
                                (genuine, call, binding) -> {
                                    Balance seen = genuine.balance(call, binding);
                                    return new Balance(
                                            seen.cash(),
                                            Optional.of(seen.points().orElse(Money.idr(0))),
                                            seen.asOf());
                                }),
                        "with its points or without"),
                Defect.of(
                        "TOP-01",
                        "title and page are mixed up",
                        topUp(
                                (genuine, call, binding) ->
                                        genuine.topUpInstructions(call, binding).stream()
                                                .map(BalanceDefects::mixedUp)
                                                .toList()),
                        "a title and the address of a page"),
                Defect.of(
                        "TOP-02",
                        "whatever fails, there is no way to fill the wallet",
                        topUp(
                                (genuine, call, binding) -> {
                                    try {
                                        return genuine.topUpInstructions(call, binding);
                                    } catch (HttpFailure | DompetException.Unavailable e) {
                                        return List.of();
                                    }
                                }),
                        "TOP_UP OVO when",
                        "Unavailable"),
                Defect.of(
                        "TOP-60",
                        "whatever stands in the answer is the page of a way",
                        new AnyPage(),
                        "TOP_UP OVO",
                        "javascript:"));
    }

    /** Contoh refuses the answer; this shows its page all the same. */
    private static final class AnyPage extends Hooks {
        private static final String SCRIPT = "javascript:alert(1)//";
        private final ThreadLocal<Boolean> scripted = ThreadLocal.withInitial(() -> false);

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            HttpResponse answer = call.send(signed);
            scripted.set(answer.body().text().contains(SCRIPT));
            return answer;
        }

        @Override
        public TopUpPort topUp(TopUpPort genuine, Parts parts) {
            return (call, binding) -> {
                try {
                    return genuine.topUpInstructions(call, binding);
                } catch (DompetException.Unavailable e) {
                    if (scripted.get()) {
                        return List.of(new TopUpInstruction("ATM", Optional.empty(), SCRIPT));
                    }
                    throw e;
                }
            };
        }
    }

    private interface Asking {
        Balance balance(BalancePort genuine, Call call, Binding binding);
    }

    private interface Filling {
        List<TopUpInstruction> ways(TopUpPort genuine, Call call, Binding binding);
    }

    private static Hooks balance(Asking fault) {
        return new Hooks() {
            @Override
            public BalancePort balance(BalancePort genuine, Parts parts) {
                return (call, binding) -> fault.balance(genuine, call, binding);
            }
        };
    }

    private static Hooks topUp(Filling fault) {
        return new Hooks() {
            @Override
            public TopUpPort topUp(TopUpPort genuine, Parts parts) {
                return (call, binding) -> fault.ways(genuine, call, binding);
            }
        };
    }

    private static Balance nothing(Call call) {
        return new Balance(Money.idr(0), Optional.empty(), call.now());
    }

    /** From the third time on, unless something failed in between. */
    private static final class Remembered extends Hooks {
        private final Map<String, Integer> asked = new ConcurrentHashMap<>();
        private final Map<String, Balance> last = new ConcurrentHashMap<>();

        @Override
        public BalancePort balance(BalancePort genuine, Parts parts) {
            return (call, binding) -> {
                if (asked.merge(binding.id(), 1, Integer::sum) > 2) {
                    Balance known = last.get(binding.id());
                    if (known != null) {
                        return known;
                    }
                }
                try {
                    Balance seen = genuine.balance(call, binding);
                    last.put(binding.id(), seen);
                    return seen;
                } catch (RuntimeException e) {
                    asked.remove(binding.id());
                    throw e;
                }
            };
        }
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // which is the point of it
    private static TopUpInstruction mixedUp(TopUpInstruction way) {
        return new TopUpInstruction(way.page(), way.icon(), way.title());
    }
}
