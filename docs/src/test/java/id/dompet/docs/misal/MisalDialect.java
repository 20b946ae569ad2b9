package id.dompet.docs.misal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.model.Money;
import id.dompet.model.Wallet;
import id.dompet.testkit.FormText;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.Payer;
import id.dompet.testkit.simulated.ProviderDialect;
import id.dompet.testkit.simulated.RefundEntry;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How Misal speaks: forms in both directions. */
final class MisalDialect implements ProviderDialect {
    static final String CLIENT = "shop-1";

    private final SimulatorSetup setup;

    MisalDialect(SimulatorSetup setup) {
        this.setup = setup;
    }

    @Override
    public Operation operation(SimulatorRequest request) {
        return switch (request.path()) {
            case "/token" -> Operation.TOKEN;
            case "/payments" -> Operation.PAY;
            case "/payments/get" -> Operation.STATUS;
            case "/refunds" -> Operation.REFUND;
            case "/refunds/get" -> Operation.REFUND_STATUS;
            default -> Operation.OTHER;
        };
    }

    // snippet: token
    @Override
    public Optional<String> objection(SimulatorRequest request, Books books) {
        if (request.path().equals("/token")) {
            return CLIENT.equals(request.field("client_id"))
                            && setup.secret("client-secret").equals(request.field("client_secret"))
                    ? Optional.empty()
                    : Optional.of("client_refused");
        }
        return request.header("Authorization")
                        .filter(value -> value.startsWith("Bearer "))
                        .flatMap(value -> books.tokenSubject(value.substring("Bearer ".length())))
                        .filter("merchant"::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("token_refused");
    }

    private static SimulatorAnswer token(Books books) {
        String token = books.issueToken("merchant", Duration.ofMinutes(15));
        return answer(Map.of("code", "ok", "token", token, "expires_in", "900"));
    }

    // end

    @Override
    public SimulatorAnswer refuse(SimulatorRequest request, String objection) {
        return code(objection).withStatus(401);
    }

    @Override
    public SimulatorAnswer answer(SimulatorRequest request, Books books) {
        return switch (operation(request)) {
            case TOKEN -> token(books);
            case PAY -> pay(request, books);
            case STATUS ->
                    books.findCharge(request.field("ref"))
                            .map(MisalDialect::about)
                            .orElseGet(() -> code("unknown"));
            case REFUND -> refund(request, books);
            case REFUND_STATUS ->
                    books.findRefund(request.field("refund"))
                            .map(MisalDialect::about)
                            .orElseGet(() -> code("unknown"));
            default -> code("no_such_path").withStatus(404);
        };
    }

    // snippet: page
    private static SimulatorAnswer pay(SimulatorRequest request, Books books) {
        if (books.findCharge(request.field("ref")).isPresent()) {
            return code("exists");
        }
        Charge charge =
                books.chargeOnPage(
                        request.field("ref"),
                        money(request),
                        Payer.anyone(Wallet.DANA),
                        request.field("return_url"));
        Map<String, String> fields = facts("page", charge);
        fields.put("page", charge.page().orElseThrow().toString());
        return answer(fields);
    }

    // end

    // snippet: refund
    private static SimulatorAnswer refund(SimulatorRequest request, Books books) {
        if (books.findRefund(request.field("refund")).isPresent()) {
            return code("exists");
        }
        return books.findCharge(request.field("ref"))
                .map(charge -> books.giveBack(request.field("refund"), charge, money(request)))
                .map(MisalDialect::about)
                .orElseGet(() -> code("unknown"));
    }

    private static SimulatorAnswer about(RefundEntry entry) {
        return switch (entry.state()) {
            case DONE ->
                    answer(
                            Map.of(
                                    "code", "refunded",
                                    "id", entry.id(),
                                    "refund", entry.reference(),
                                    "amount", entry.amount().decimalText(),
                                    "currency", entry.amount().currency().getCurrencyCode()));
            case TOO_MUCH -> code("too_much");
            case NOT_PAID -> code("not_paid");
        };
    }

    // end

    private static SimulatorAnswer about(Charge charge) {
        String code =
                switch (charge.state()) {
                    case OPEN -> "open";
                    case PAID -> "paid";
                    case GIVEN_BACK -> "refunded";
                    case DECLINED, LINK_ENDED -> "declined";
                    case EXPIRED -> "expired";
                    case TOO_LITTLE_MONEY -> "no_money";
                };
        return answer(facts(code, charge));
    }

    private static Map<String, String> facts(String code, Charge charge) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("id", charge.id());
        fields.put("ref", charge.reference());
        fields.put("amount", charge.amount().decimalText());
        fields.put("currency", charge.amount().currency().getCurrencyCode());
        return fields;
    }

    private static Money money(SimulatorRequest request) {
        return Money.of(request.field("amount"), request.field("currency"));
    }

    private static SimulatorAnswer code(String code) {
        return answer(Map.of("code", code));
    }

    private static SimulatorAnswer answer(Map<String, String> fields) {
        byte[] body = FormText.write(fields).getBytes(UTF_8);
        return SimulatorAnswer.of(200, "application/x-www-form-urlencoded", body);
    }

    @Override
    public SimulatorAnswer withCode(SimulatorAnswer genuine, String code, String message) {
        Map<String, String> fields = FormText.read(genuine.text());
        fields.put("code", code);
        return genuine.withBody(FormText.write(fields));
    }

    @Override
    public List<String> undocumentedCodes() {
        return List.of("in_review");
    }
}
