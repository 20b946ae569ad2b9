package id.dompet.docs.umpama;

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
import id.dompet.testkit.simulated.SimulatorSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How Umpama speaks, from its protocol. */
final class UmpamaDialect implements ProviderDialect {
    static final String MERCHANT = "M-2718";

    private final UmpamaSeal seal;
    private final UmpamaLetters letters;

    UmpamaDialect(SimulatorSetup setup) {
        seal = new UmpamaSeal(setup);
        letters = new UmpamaLetters(setup, seal);
    }

    @Override
    public Operation operation(SimulatorRequest request) {
        return switch (request.path()) {
            case "/v1/links" -> Operation.BIND;
            case "/v1/links/get" -> Operation.COMPLETE_BIND;
            case "/v1/links/end" -> Operation.UNBIND;
            case "/v1/balance" -> Operation.BALANCE;
            case "/v1/pushes" -> Operation.PAY;
            case "/v1/pushes/get" -> Operation.STATUS;
            default -> Operation.OTHER;
        };
    }

    // snippet: objection
    @Override
    public Optional<String> objection(SimulatorRequest request, Books books) {
        return seal.objection(request).or(() -> UmpamaShape.objection(request));
    }

    @Override
    public SimulatorAnswer refuse(SimulatorRequest request, String objection) {
        return switch (objection) {
            case "merchant_unknown", "time_refused", "signature_refused", "nonce_used" ->
                    UmpamaLetters.answer(401, objection);
            default -> UmpamaLetters.answer(422, "request_invalid");
        };
    }

    // end

    // snippet: answer
    @Override
    public SimulatorAnswer answer(SimulatorRequest request, Books books) {
        return switch (operation(request)) {
            case BIND -> startLink(request, books);
            case COMPLETE_BIND ->
                    books.findLink(request.field("ref"))
                            .map(UmpamaLetters::about)
                            .orElseGet(() -> UmpamaLetters.answer(422, "ref_unknown"));
            case UNBIND ->
                    link(request, books).filter(books::unlink).isPresent()
                            ? UmpamaLetters.answer(200, "ended")
                            : UmpamaLetters.answer(422, "link_ended");
            case BALANCE ->
                    link(request, books)
                            .filter(Link::isConfirmed)
                            .map(link -> UmpamaLetters.holds(books.cash(link), books.points(link)))
                            .orElseGet(() -> UmpamaLetters.answer(422, "link_ended"));
            case PAY -> push(request, books);
            case STATUS ->
                    books.findCharge(request.field("ref"))
                            .map(UmpamaLetters::about)
                            .orElseGet(() -> UmpamaLetters.answer(422, "ref_unknown"));
            default -> UmpamaLetters.answer(404, "request_invalid");
        };
    }

    private static Optional<Link> link(SimulatorRequest request, Books books) {
        return books.findLinkByCredential(request.field("link"));
    }

    // end

    // snippet: link
    private static SimulatorAnswer startLink(SimulatorRequest request, Books books) {
        Link link =
                books.startLink(
                        request.field("ref"),
                        new Wallet(request.field("wallet")),
                        PhoneNumber.of(request.field("phone")),
                        request.field("return_url"));
        return UmpamaLetters.page(link);
    }

    // end

    // snippet: push
    private static SimulatorAnswer push(SimulatorRequest request, Books books) {
        if (books.findCharge(request.field("ref")).isPresent()) {
            return UmpamaLetters.answer(422, "duplicate_ref");
        }
        Optional<Link> link = link(request, books);
        if (link.filter(Link::isConfirmed).isEmpty()) {
            return UmpamaLetters.answer(422, "link_ended");
        }
        Money amount = Money.of(request.field("amount"), request.field("currency"));
        return UmpamaLetters.pushed(
                books.chargeInApp(request.field("ref"), amount, Payer.linked(link.get())));
    }

    // end

    // snippet: codes
    @Override
    public SimulatorAnswer withCode(SimulatorAnswer genuine, String code, String message) {
        ObjectNode json = UmpamaLetters.read(genuine.body());
        return genuine.withBody(json.put("result", code).put("message", message).toString());
    }

    @Override
    public List<String> undocumentedCodes() {
        return List.of("in_review", "PAID");
    }

    @Override
    public List<String> unbindRefusals() {
        return List.of("request_invalid");
    }

    @Override
    public List<Integer> refusalStatuses() {
        return List.of(422);
    }

    @Override
    public Duration customerWindow() {
        return Duration.ofMinutes(15);
    }

    @Override
    public boolean tellsWhoseWallet() {
        return true;
    }

    @Override
    public Map<String, String> returned(Link link) {
        return Map.of("ref", link.reference(), "linked", link.isConfirmed() ? "yes" : "no");
    }

    // end

    // snippet: notification
    @Override
    public Optional<InboundRequest> notification(Charge charge, String target) {
        return Optional.of(letters.notification(charge, target));
    }

    @Override
    public Optional<InboundRequest> unheardOf(Charge charge, String target) {
        return Optional.of(letters.unheardOf(charge, target));
    }

    @Override
    public List<InboundRequest> spellings(InboundRequest genuine) {
        return letters.spellings(genuine);
    }

    @Override
    public List<InboundRequest> forgeries(InboundRequest genuine) {
        return letters.forgeries(genuine);
    }
    // end
}
