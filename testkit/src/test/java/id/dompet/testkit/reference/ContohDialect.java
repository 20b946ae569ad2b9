package id.dompet.testkit.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.InboundRequest;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.DocumentedAnswer;
import id.dompet.testkit.simulated.Link;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.ProviderDialect;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Contoh speaks, from its protocol. Takes the merchant {@link #MERCHANT_ID} with the key {@code
 * setup.secret("secret-key")}.
 */
public class ContohDialect implements ProviderDialect {
    /** The one merchant that it knows. */
    public static final String MERCHANT_ID = "M-1001";

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
        return request.path().equals("/token") || ContohLinkAnswers.isMerchant(request, books)
                ? Optional.empty()
                : Optional.of(ContohSeal.TOKEN);
    }

    /** A charge says itself that the link has ended; everything else wants a new token then. */
    private static Optional<String> customerToken(SimulatorRequest request, Books books) {
        ContohForm form = new ContohForm(request);
        Optional<Link> link = form.customer(books);
        boolean right =
                switch (request.path()) {
                    case "/balance", "/top-up" -> link.filter(Link::isConfirmed).isPresent();
                    case "/charge" -> form.field("mode").equals("REDIRECT") || link.isPresent();
                    default -> true;
                };
        return right ? Optional.empty() : Optional.of(ContohSeal.CUSTOMER_TOKEN);
    }

    @Override
    public SimulatorAnswer refuse(SimulatorRequest request, String objection) {
        return switch (objection) {
            case ContohSeal.TOKEN -> ContohLetters.code("90").withStatus(401);
            case ContohSeal.CUSTOMER_TOKEN -> ContohLetters.code("92").withStatus(401);
            case ContohSeal.SIGNATURE, ContohSeal.TIME, ContohSeal.WHO ->
                    ContohLetters.code("91").withStatus(401);
            default -> ContohLetters.code("30").withStatus(400);
        };
    }

    @Override
    public SimulatorAnswer answer(SimulatorRequest request, Books books) {
        ContohForm form = new ContohForm(request);
        return switch (operation(request)) {
            case TOKEN -> ContohLinkAnswers.merchantToken(books);
            case CUSTOMER_TOKEN -> ContohLinkAnswers.customerToken(form, books);
            case BIND -> ContohLinkAnswers.link(form, books);
            case COMPLETE_BIND -> ContohLinkAnswers.completed(form, books);
            case UNBIND -> ContohLinkAnswers.unlink(form, books);
            case BALANCE -> ContohLinkAnswers.balance(form, books);
            case TOP_UP -> ContohLinkAnswers.topUp();
            case PAY -> ContohChargeAnswers.charge(form, books);
            case STATUS -> ContohChargeAnswers.status(form, books);
            case REFUND -> ContohChargeAnswers.refund(form, books);
            case REFUND_STATUS -> ContohChargeAnswers.refundStatus(form, books);
            default -> ContohLetters.code("30").withStatus(404);
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

    /** "02": agreed to, and the money not yet taken. "06": the customer was too late. */
    @Override
    public List<DocumentedAnswer> documented(Operation operation) {
        return switch (operation) {
            case PAY -> List.of(DocumentedAnswer.open("02"));
            case STATUS -> List.of(DocumentedAnswer.open("02"), DocumentedAnswer.declined("06"));
            default -> List.of();
        };
    }

    /** "03": the money is on its way back. */
    @Override
    public Map<String, RefundOutcome.State> documentedRefunds(Operation operation) {
        return operation == Operation.REFUND || operation == Operation.REFUND_STATUS
                ? Map.of("03", RefundOutcome.State.PROCESSING)
                : Map.of();
    }

    /** The request is not in the documented form. */
    @Override
    public List<String> unbindRefusals() {
        return List.of("30");
    }

    @Override
    public Duration customerWindow() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<StatusPolling> statusPolling() {
        return Optional.of(
                new StatusPolling(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        customerWindow(),
                        Duration.ofHours(1)));
    }

    @Override
    public boolean tellsWhoseWallet() {
        return true;
    }

    @Override
    public Map<String, String> returned(Link link) {
        return link.isConfirmed()
                ? Map.of("attempt", link.reference(), "ticket", link.ticket(), "result", "ok")
                : Map.of("attempt", link.reference(), "result", "no");
    }

    @Override
    public Optional<InboundRequest> notification(Charge charge, String target) {
        return Optional.of(letters.about(charge, ContohChargeAnswers.statusCode(charge), target));
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
}
