package id.dompet.ledger.simulation;

import static id.dompet.ledger.simulation.Network.text;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpResponse;
import id.dompet.ledger.simulation.Provider.Back;
import id.dompet.ledger.simulation.Provider.GivenBack;
import id.dompet.ledger.store.RefundRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider's desk for refunds, behind the same bad network. */
final class Desk {
    private static final int FAULTS_PER_MILLE = 450;
    private static final String WRONG_AMOUNT = "1.00";

    private final World world;
    private final Map<String, Instant> asked = new HashMap<>();

    Desk(World world) {
        this.world = world;
    }

    /** When a refund was last sent, in true time. */
    Optional<Instant> askedAt(String refund) {
        return Optional.ofNullable(asked.get(refund));
    }

    /** {@code reference|payment|amount|currency}. */
    HttpResponse refund(Instance sender, String[] word) {
        String reference = word[0];
        Optional<RefundRow> row = world.store.refunds().find(reference);
        if (row.filter(known -> known.state().isOpen()).isEmpty()) {
            world.broken("refund " + reference + " was sent without a row that is open");
        }
        if (!world.clerk.knows(reference)) {
            world.broken("refund " + reference + " was sent, which nobody wanted");
        }
        asked.put(reference, world.now());
        if (!world.chance(FAULTS_PER_MILLE)) {
            return answer(effect(word));
        }
        switch (world.random.nextInt(11)) {
            case 0 -> throw new HttpFailure.NotSent("refused", null);
            case 1 -> throw world.network.lost();
            case 2 -> {
                world.in(
                        world.seconds(5, 900),
                        () -> {
                            GivenBack unused = effect(word);
                        });
                throw world.network.lost();
            }
            case 3, 4 -> {
                GivenBack unused = effect(word);
                throw world.network.lost();
            }
            case 5 -> {
                return text(503, "");
            }
            case 6 -> {
                GivenBack unused = effect(word);
                return text(503, "");
            }
            case 7 -> {
                GivenBack unused = effect(word);
                return text(200, "ZZZZ|" + reference);
            }
            case 8 -> {
                GivenBack unused = effect(word);
                world.kill(sender);
                throw new Crash();
            }
            case 9 -> {
                return answer(effect(new String[] {reference, word[1], WRONG_AMOUNT}));
            }
            default -> {
                GivenBack money = effect(word);
                return money.state == Back.DONE
                        ? text(200, "REFD|" + reference + "|" + WRONG_AMOUNT + "|IDR")
                        : answer(money);
            }
        }
    }

    /** The provider gives back, or will, or refuses, whatever becomes of the answer. */
    private GivenBack effect(String[] word) {
        int dice = world.random.nextInt(100);
        Back state = dice < 60 ? Back.DONE : dice < 85 ? Back.PROCESSING : Back.DECLINED;
        // Some are listed only hours later: "not found" says little about a refund.
        Duration unlisted = world.random.nextInt(5) == 0 ? world.seconds(0, 15_000) : Duration.ZERO;
        GivenBack money =
                new GivenBack(word[0], word[1], word[2], world.now().plus(unlisted), state);
        world.provider.giveBack(money);
        if (state == Back.PROCESSING) {
            Back end = world.random.nextInt(10) < 7 ? Back.DONE : Back.DECLINED;
            world.in(world.seconds(5, 9_000), () -> money.state = end);
        }
        return money;
    }

    HttpResponse status(String reference) {
        if (world.chance(FAULTS_PER_MILLE)) {
            switch (world.random.nextInt(4)) {
                case 0 -> throw world.network.lost();
                case 1 -> throw new HttpFailure.NotSent("refused", null);
                case 2 -> {
                    return text(500, "");
                }
                default -> {
                    return text(200, "ZZZZ|" + reference);
                }
            }
        }
        List<GivenBack> known = world.provider.givenBackFor(reference);
        return known.isEmpty() || known.get(0).listedFrom.isAfter(world.now())
                ? text(200, "NONE|" + reference)
                : answer(known.get(0));
    }

    private static HttpResponse answer(GivenBack money) {
        String code =
                switch (money.state) {
                    case DONE -> "REFD";
                    case PROCESSING -> "RPRC";
                    case DECLINED -> "RDEC";
                };
        return text(200, code + "|" + money.reference + "|" + money.amount + "|IDR");
    }
}
