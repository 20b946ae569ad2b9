package id.dompet.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.Link;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.Payer;
import id.dompet.testkit.simulated.ProviderDialect;
import id.dompet.testkit.simulated.RefundEntry;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Contoh speaks, from its protocol. Takes the merchant {@link #MERCHANT_ID} with the key {@code
 * setup.secret("secret-key")}.
 */
public final class ContohDialect implements ProviderDialect {
    /** The one merchant that it knows. */
    public static final String MERCHANT_ID = "M-1001";

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(900);
    private static final String MERCHANT = "merchant";
    private static final String CUSTOMER = "customer ";
    private static final Map<String, Operation> OPERATIONS =
            Map.of(
                    "/token", Operation.TOKEN,
                    "/customer-token", Operation.CUSTOMER_TOKEN,
                    "/link", Operation.BIND,
                    "/link/complete", Operation.COMPLETE_BIND,
                    "/unlink", Operation.UNBIND,
                    "/balance", Operation.BALANCE,
                    "/top-up", Operation.TOP_UP,
                    "/charge", Operation.PAY,
                    "/status", Operation.STATUS);

    private final ContohLetters letters;
    private final ContohSeal seal;

    /** Contoh with the merchant of this set-up. */
    public ContohDialect(SimulatorSetup setup) {
        seal = new ContohSeal(setup);
        letters = new ContohLetters(setup, seal);
    }

    @Override
    public Operation operation(SimulatorRequest request) {
        return switch (request.path()) {
            case "/refund" -> Operation.REFUND;
            case "/refund/status" -> Operation.REFUND_STATUS;
            default -> OPERATIONS.getOrDefault(request.path(), Operation.OTHER);
        };
    }

    @Override
    public Optional<String> objection(SimulatorRequest request, Books books) {
        return seal.objection(request)
                .or(() -> ContohShape.objection(request))
                .or(() -> token(request, books))
                .or(() -> customerToken(request, books));
    }

    private static Optional<String> token(SimulatorRequest request, Books books) {
        boolean right =
                request.path().equals("/token")
                        || request.header("Authorization")
                                .filter(value -> value.startsWith("Bearer "))
                                .flatMap(value -> books.tokenSubject(value.substring(7)))
                                .filter(MERCHANT::equals)
                                .isPresent();
        return right ? Optional.empty() : Optional.of(ContohSeal.TOKEN);
    }

    private static Optional<String> customerToken(SimulatorRequest request, Books books) {
        boolean needed =
                switch (request.path()) {
                    case "/balance", "/top-up" -> true;
                    case "/charge" -> !field(request, "mode").equals("REDIRECT");
                    default -> false;
                };
        return needed && customer(request, books).isEmpty()
                ? Optional.of(ContohSeal.CUSTOMER_TOKEN)
                : Optional.empty();
    }

    /** The link that the customer's token was issued for. */
    private static Optional<Link> customer(SimulatorRequest request, Books books) {
        return request.header("X-Customer-Token")
                .flatMap(books::tokenSubject)
                .filter(subject -> subject.startsWith(CUSTOMER))
                .flatMap(subject -> books.findLinkByCredential(subject.substring(9)));
    }

    @Override
    public SimulatorAnswer refuse(SimulatorRequest request, String objection) {
        return switch (objection) {
            case ContohSeal.TOKEN -> code("90").withStatus(401);
            case ContohSeal.CUSTOMER_TOKEN -> code("92").withStatus(401);
            case ContohSeal.SIGNATURE, ContohSeal.TIME, ContohSeal.WHO ->
                    code("91").withStatus(401);
            default -> code("30").withStatus(400);
        };
    }

    @Override
    public SimulatorAnswer answer(SimulatorRequest request, Books books) {
        return switch (request.path()) {
            case "/token" -> token(books.issueToken(MERCHANT, TOKEN_LIFE));
            case "/customer-token" -> customerToken(field(request, "credential"), books);
            case "/link" -> link(request, books);
            case "/link/complete" -> completed(request, books);
            case "/unlink" ->
                    books.findLinkByCredential(field(request, "credential"))
                            .map(link -> code(books.unlink(link) ? "00" : "12"))
                            .orElse(code("12"));
            case "/balance" -> balance(customer(request, books).orElseThrow(), books);
            case "/top-up" -> topUp(customer(request, books).orElseThrow());
            case "/charge" -> charge(request, books);
            case "/status" ->
                    books.findCharge(field(request, "reference"))
                            .map(found -> ContohLetters.facts(statusCode(found), found))
                            .map(ContohDialect::json)
                            .orElse(code("25"));
            case "/refund" -> refund(request, books);
            case "/refund/status" ->
                    code(books.findRefund(field(request, "refund")).isPresent() ? "00" : "25");
            default -> code("30").withStatus(404);
        };
    }

    private static SimulatorAnswer customerToken(String credential, Books books) {
        return books.findLinkByCredential(credential)
                .filter(Link::isConfirmed)
                .map(link -> token(books.issueToken(CUSTOMER + link.credential(), TOKEN_LIFE)))
                .orElse(code("12"));
    }

    private static SimulatorAnswer token(String token) {
        ObjectNode json = ContohLetters.object("00").put("token", token);
        return json(json.put("expiresIn", TOKEN_LIFE.toSeconds()));
    }

    private static SimulatorAnswer link(SimulatorRequest request, Books books) {
        Link link =
                books.startLink(
                        field(request, "attempt"),
                        new Wallet(field(request, "wallet")),
                        PhoneNumber.of(field(request, "phone")),
                        field(request, "returnUrl"));
        return json(ContohLetters.object("00").put("page", link.page().toString()));
    }

    private static SimulatorAnswer completed(SimulatorRequest request, Books books) {
        Optional<Link> found = books.findLink(field(request, "attempt"));
        String ticket = field(request, "ticket");
        if (!ticket.isEmpty() && found.filter(link -> link.ticket().equals(ticket)).isEmpty()) {
            return code("13");
        }
        return found.map(ContohDialect::completed).orElse(code("10"));
    }

    private static SimulatorAnswer completed(Link link) {
        return switch (link.state()) {
            case OPEN -> code("10");
            case DECLINED, EXPIRED -> code("11");
            case CONFIRMED, ENDED ->
                    json(
                            ContohLetters.object("00")
                                    .put("credential", link.credential())
                                    .put("attempt", link.reference())
                                    .put("phone", link.phone().international()));
        };
    }

    private static SimulatorAnswer balance(Link link, Books books) {
        return link.isConfirmed()
                ? json(
                        ContohLetters.object("00")
                                .put("cash", books.cash(link).decimalText())
                                .put("points", Long.toString(books.points(link))))
                : code("12");
    }

    private static SimulatorAnswer topUp(Link link) {
        if (!link.isConfirmed()) {
            return code("12");
        }
        ObjectNode json = ContohLetters.object("00");
        json.putArray("ways")
                .addObject()
                .put("title", "Bank transfer")
                .put("page", "https://contoh.example/top-up/bank");
        return json(json);
    }

    private static SimulatorAnswer charge(SimulatorRequest request, Books books) {
        String reference = field(request, "reference");
        if (books.findCharge(reference).isPresent()) {
            return code("40");
        }
        Money amount = Money.of(field(request, "amount"), field(request, "currency"));
        String returnUrl = field(request, "returnUrl");
        Charge charge =
                switch (field(request, "mode")) {
                    case "NOW" -> books.chargeAtOnce(reference, amount, linked(request, books));
                    case "PIN" ->
                            books.chargeOnPage(
                                    reference, amount, linked(request, books), returnUrl);
                    default ->
                            books.chargeOnPage(
                                    reference,
                                    amount,
                                    Payer.anyone(new Wallet(field(request, "wallet"))),
                                    returnUrl);
                };
        return switch (charge.state()) {
            case PAID -> json(ContohLetters.facts("00", charge));
            case OPEN ->
                    json(
                            ContohLetters.object("01")
                                    .put("id", charge.id())
                                    .put("reference", charge.reference())
                                    .put("page", charge.page().orElseThrow().toString()));
            case TOO_LITTLE_MONEY -> code("51");
            default -> code("12");
        };
    }

    private static Payer linked(SimulatorRequest request, Books books) {
        return Payer.linked(customer(request, books).orElseThrow());
    }

    private static SimulatorAnswer refund(SimulatorRequest request, Books books) {
        String reference = field(request, "refund");
        Optional<Charge> charge = books.findCharge(field(request, "reference"));
        if (charge.isEmpty()) {
            return code("25");
        }
        if (books.findRefund(reference).isPresent()) {
            return code("40");
        }
        Money amount = Money.of(field(request, "amount"), "IDR");
        RefundEntry entry = books.giveBack(reference, charge.get(), amount);
        return switch (entry.state()) {
            case DONE -> json(ContohLetters.facts(entry));
            case TOO_MUCH, NOT_PAID -> code("52");
        };
    }

    static String statusCode(Charge charge) {
        return switch (charge.state()) {
            case PAID -> "00";
            case OPEN -> "01";
            case GIVEN_BACK -> "07";
            default -> "05";
        };
    }

    @Override
    public SimulatorAnswer withCode(SimulatorAnswer genuine, String code, String message) {
        ObjectNode json = (ObjectNode) ContohLetters.read(genuine.body());
        return genuine.withBody(json.put("code", code).put("message", message).toString());
    }

    @Override
    public List<String> undocumentedCodes() {
        return List.of("77", "ZZ");
    }

    @Override
    public Map<String, String> returned(Link link) {
        return link.isConfirmed()
                ? Map.of("attempt", link.reference(), "ticket", link.ticket(), "result", "ok")
                : Map.of("attempt", link.reference(), "result", "no");
    }

    @Override
    public Optional<InboundRequest> notification(Charge charge, String target) {
        return Optional.of(letters.about(charge, statusCode(charge), target));
    }

    @Override
    public Optional<InboundRequest> notification(Link link, String target) {
        return Optional.of(letters.about(link, target));
    }

    @Override
    public Optional<InboundRequest> unheardOf(Charge charge, String target) {
        return Optional.of(letters.about(charge, "77", target));
    }

    @Override
    public List<InboundRequest> spellings(InboundRequest genuine) {
        return letters.spellings(genuine);
    }

    @Override
    public List<InboundRequest> forgeries(InboundRequest genuine) {
        return letters.forgeries(genuine);
    }

    private static String field(SimulatorRequest request, String name) {
        JsonNode value = ContohLetters.read(request.body()).path(name);
        return value.asText("");
    }

    private static SimulatorAnswer code(String code) {
        return json(ContohLetters.object(code));
    }

    private static SimulatorAnswer json(ObjectNode body) {
        return SimulatorAnswer.json(200, body.toString());
    }
}
