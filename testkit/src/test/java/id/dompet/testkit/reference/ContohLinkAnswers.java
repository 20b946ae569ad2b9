package id.dompet.testkit.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Link;
import java.time.Duration;
import java.util.Optional;

/** Contoh's answers about tokens, links, and what linked wallets hold. */
final class ContohLinkAnswers {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final String MERCHANT = "merchant";
    private static final String BEARER = "Bearer ";

    private ContohLinkAnswers() {}

    static boolean isMerchant(SimulatorRequest request, Books books) {
        return request.header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> books.tokenSubject(value.substring(BEARER.length())))
                .filter(MERCHANT::equals)
                .isPresent();
    }

    static SimulatorAnswer merchantToken(Books books) {
        return token(books.issueToken(MERCHANT, TOKEN_LIFE));
    }

    static SimulatorAnswer customerToken(ContohForm form, Books books) {
        return books.findLinkByCredential(form.field("credential"))
                .filter(Link::isConfirmed)
                .map(link -> token(books.issueToken(ContohForm.subject(link), TOKEN_LIFE)))
                .orElse(ContohLetters.code("12"));
    }

    private static SimulatorAnswer token(String token) {
        ObjectNode json = ContohLetters.object("00").put("token", token);
        return ContohLetters.answer(json.put("expiresIn", TOKEN_LIFE.toSeconds()));
    }

    static SimulatorAnswer link(ContohForm form, Books books) {
        Link link =
                books.startLink(
                        form.field("attempt"),
                        new Wallet(form.field("wallet")),
                        PhoneNumber.of(form.field("phone")),
                        form.field("returnUrl"));
        return ContohLetters.answer(ContohLetters.object("00").put("page", link.page().toString()));
    }

    static SimulatorAnswer completed(ContohForm form, Books books) {
        Optional<Link> found = books.findLink(form.field("attempt"));
        String ticket = form.field("ticket");
        if (!ticket.isEmpty() && found.filter(link -> link.ticket().equals(ticket)).isEmpty()) {
            return ContohLetters.code("13");
        }
        return found.map(ContohLinkAnswers::completed).orElse(ContohLetters.code("10"));
    }

    private static SimulatorAnswer completed(Link link) {
        return switch (link.state()) {
            case OPEN -> ContohLetters.code("10");
            case DECLINED, EXPIRED -> ContohLetters.code("11");
            case CONFIRMED, ENDED ->
                    ContohLetters.answer(
                            ContohLetters.object("00")
                                    .put("credential", link.credential())
                                    .put("attempt", link.reference())
                                    .put("phone", link.phone().international()));
        };
    }

    static SimulatorAnswer unlink(ContohForm form, Books books) {
        boolean ended =
                books.findLinkByCredential(form.field("credential"))
                        .filter(books::unlink)
                        .isPresent();
        return ContohLetters.code(ended ? "00" : "12");
    }

    static SimulatorAnswer balance(ContohForm form, Books books) {
        Link link = form.customer(books).orElseThrow();
        return ContohLetters.answer(
                ContohLetters.object("00")
                        .put("cash", books.cash(link).decimalText())
                        .put("points", Long.toString(books.points(link))));
    }

    static SimulatorAnswer topUp() {
        ObjectNode json = ContohLetters.object("00");
        json.putArray("ways")
                .addObject()
                .put("title", "Bank transfer")
                .put("page", "https://contoh.example/top-up/bank");
        return ContohLetters.answer(json);
    }
}
