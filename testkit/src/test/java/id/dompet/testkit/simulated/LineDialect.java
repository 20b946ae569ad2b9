package id.dompet.testkit.simulated;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A small provider that speaks in lines of text: fields divided by bars. */
final class LineDialect implements ProviderDialect {
    private final SimulatorSetup setup;

    LineDialect(SimulatorSetup setup) {
        this.setup = setup;
    }

    @Override
    public Operation operation(SimulatorRequest request) {
        return switch (request.path()) {
            case "/link" -> Operation.BIND;
            case "/charge" -> Operation.PAY;
            case "/status" -> Operation.STATUS;
            case "/refund" -> Operation.REFUND;
            default -> Operation.OTHER;
        };
    }

    @Override
    public Optional<String> objection(SimulatorRequest request, Books books) {
        return request.header("X-Api-Key").equals(Optional.of(setup.secret("api-key")))
                ? Optional.empty()
                : Optional.of("the API key");
    }

    @Override
    public SimulatorAnswer refuse(SimulatorRequest request, String objection) {
        return line("91").withStatus(401);
    }

    @Override
    public SimulatorAnswer answer(SimulatorRequest request, Books books) {
        String[] field = request.text().split("\\|", -1);
        return switch (request.path()) {
            case "/link" -> {
                PhoneNumber phone = PhoneNumber.of(field[1]);
                Link link = books.startLink(field[0], Wallet.OVO, phone, field[2]);
                yield line("00|" + link.page());
            }
            case "/charge" -> say(charge(field, books));
            case "/status" -> books.findCharge(field[0]).map(this::say).orElse(line("25"));
            case "/refund" -> {
                Charge charge = books.findCharge(field[1]).orElseThrow();
                RefundEntry entry = books.giveBack(field[0], charge, Money.of(field[2], "IDR"));
                yield line("00|" + entry.reference() + "|" + entry.amount());
            }
            default -> throw new IllegalStateException("no such path");
        };
    }

    private static Charge charge(String[] field, Books books) {
        Money amount = Money.of(field[1], "IDR");
        return switch (field[2]) {
            case "page" ->
                    books.chargeOnPage(field[0], amount, Payer.anyone(Wallet.DANA), field[3]);
            case "app" -> books.chargeInApp(field[0], amount, Payer.anyone(Wallet.DANA));
            default -> books.chargeAtOnce(field[0], amount, Payer.anyone(Wallet.DANA));
        };
    }

    private SimulatorAnswer say(Charge charge) {
        String page = charge.page().map(to -> "|" + to).orElse("");
        return line(charge.state() + "|" + charge.reference() + "|" + charge.amount() + page);
    }

    @Override
    public SimulatorAnswer withCode(SimulatorAnswer genuine, String code, String message) {
        return genuine.withBody(genuine.text().replaceFirst("^[^|]*", code));
    }

    @Override
    public List<String> undocumentedCodes() {
        return List.of("77");
    }

    @Override
    public List<Integer> refusalStatuses() {
        return List.of(422);
    }

    @Override
    public Map<String, String> returned(Link link) {
        return link.isConfirmed() ? Map.of("ticket", link.ticket()) : Map.of("error", "no way");
    }

    @Override
    public Optional<InboundRequest> notification(Charge charge, String target) {
        return Optional.of(
                post(target + "/payment?v=1", charge.reference() + " " + charge.state()));
    }

    @Override
    public InboundRequest beforeSending(
            InboundRequest notification, Function<InboundRequest, HttpResponse> ask) {
        String token = ask.apply(post("/notify/token", "please")).body().text();
        return post(notification.target(), notification.body().text() + " " + token);
    }

    @Override
    public boolean acknowledges(HttpResponse reply) {
        return reply.status() == 200 && reply.body().text().equals("OK");
    }

    private static InboundRequest post(String target, String body) {
        return InboundRequest.of(
                "POST",
                target,
                Map.of("Content-Type", List.of("text/plain")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static SimulatorAnswer line(String text) {
        return SimulatorAnswer.of(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
