package id.dompet.ledger.simulation;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.ledger.simulation.Provider.Charge;
import id.dompet.ledger.simulation.Provider.State;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Between the instances and the provider: latency and faults. */
final class Network {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int FAULTS_PER_MILLE = 450;

    private final World world;

    Network(World world) {
        this.world = world;
    }

    HttpResponse send(Instance sender, int life, HttpRequest request, BooleanSupplier isOver) {
        world.mayDie(sender);
        world.pass(Duration.ofMillis(world.random.nextInt(20, 900)));
        sender.mustLive(life);
        if (isOver.getAsBoolean()) {
            throw new HttpFailure.NotSent("the call's time was over before it was sent", null);
        }
        String[] word = request.body().text().split("\\|", -1);
        HttpResponse answer =
                switch (request.uri().getPath()) {
                    case "/pay" -> pay(sender, word);
                    case "/refund" -> world.desk.refund(sender, word);
                    case "/refund-status" -> world.desk.status(word[0]);
                    default -> status(word[0]);
                };
        world.pass(Duration.ofMillis(world.random.nextInt(20, 900)));
        world.mayDie(sender);
        sender.mustLive(life);
        return answer;
    }

    private HttpResponse pay(Instance sender, String[] word) {
        String reference = word[0];
        // Not necessarily SENDING: an instance whose clock runs ahead may have asked already.
        boolean written =
                world.store.find(reference).filter(row -> row.state().isOpen()).isPresent();
        if (!written) {
            world.broken("payment " + reference + " was sent without a row that is open");
        }
        if (!world.merchant.knows(reference)) {
            world.broken("payment " + reference + " was sent, which nobody ordered");
        }
        if (!world.chance(FAULTS_PER_MILLE)) {
            return answer(effect(word));
        }
        switch (world.random.nextInt(12)) {
            case 0 -> throw new HttpFailure.NotSent("refused", null);
            case 1 -> throw lost();
            case 2 -> {
                world.in(world.seconds(5, 890), () -> effect(word));
                throw lost();
            }
            case 3 -> {
                Charge unused = effect(word);
                throw lost();
            }
            case 4 -> {
                return text(503, "");
            }
            case 5 -> {
                Charge unused = effect(word);
                return text(503, "");
            }
            case 6 -> {
                return text(200, "<html>please log in</html>");
            }
            case 7 -> {
                Charge unused = effect(word);
                return text(200, "<html>oops</html>");
            }
            case 8 -> {
                Charge unused = effect(word);
                return text(200, "ZZZZ|" + reference);
            }
            case 9 -> {
                Charge unused = effect(word);
                world.kill(sender);
                throw new Crash();
            }
            case 10 -> {
                return answer(effect(new String[] {reference, "1.00", word[2], word[3]}));
            }
            default -> {
                Charge charge = effect(word);
                return charge.state == State.PAID
                        ? text(200, "PAID|" + reference + "|1.00|IDR")
                        : answer(charge);
            }
        }
    }

    HttpFailure lost() {
        world.pass(TIMEOUT);
        return new HttpFailure.NoAnswer("no answer", null);
    }

    /** The provider takes a charge, whatever becomes of the answer. */
    private Charge effect(String[] word) {
        int dice = world.random.nextInt(100);
        State state =
                dice < 45
                        ? State.PAID
                        : dice < 80 ? State.OPEN : dice < 90 ? State.PENDING : State.DECLINED;
        Duration unlisted = world.random.nextInt(5) == 0 ? world.seconds(0, 890) : Duration.ZERO;
        Charge charge = new Charge(word[0], word[1], word[3], world.now().plus(unlisted), state);
        world.provider.charge(charge);
        world.merchant.chargeMade(charge);
        return charge;
    }

    private HttpResponse status(String reference) {
        if (world.chance(FAULTS_PER_MILLE)) {
            switch (world.random.nextInt(5)) {
                case 0 -> throw lost();
                case 1 -> throw new HttpFailure.NotSent("refused", null);
                case 2 -> {
                    return text(500, "");
                }
                case 3 -> {
                    return text(200, "<html>busy</html>");
                }
                default -> {
                    return text(200, "ZZZZ|" + reference);
                }
            }
        }
        return world.provider
                .listed(reference, world.now())
                .map(this::answer)
                .orElseGet(() -> text(200, "NONE|" + reference));
    }

    private HttpResponse answer(Charge charge) {
        return text(200, words(charge));
    }

    static String words(Charge charge) {
        String code =
                switch (charge.state) {
                    case PAID -> "PAID";
                    case OPEN -> "OPEN";
                    case PENDING -> "PEND";
                    case DECLINED -> "DECL";
                };
        return code + "|" + charge.reference + "|" + charge.amount + "|IDR";
    }

    static HttpResponse text(int status, String body) {
        return HttpResponse.of(status, "text/plain", body);
    }
}
