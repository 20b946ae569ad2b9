package id.dompet.testkit.reference;

import id.dompet.model.Money;
import id.dompet.model.Wallet;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.Payer;
import id.dompet.testkit.simulated.RefundEntry;
import java.util.Optional;

/** Contoh's answers about charges and refunds. */
final class ContohChargeAnswers {
    private ContohChargeAnswers() {}

    static SimulatorAnswer charge(ContohForm form, Books books) {
        if (books.findCharge(form.field("reference")).isPresent()) {
            return ContohLetters.code("40");
        }
        Charge charge = started(form, books);
        return switch (charge.state()) {
            case PAID -> ContohLetters.answer(ContohLetters.facts("00", charge));
            case OPEN ->
                    ContohLetters.answer(
                            ContohLetters.object("01")
                                    .put("id", charge.id())
                                    .put("reference", charge.reference())
                                    .put("page", charge.page().orElseThrow().toString()));
            case TOO_LITTLE_MONEY -> ContohLetters.code("51");
            default -> ContohLetters.code("12");
        };
    }

    private static Charge started(ContohForm form, Books books) {
        String reference = form.field("reference");
        Money amount = Money.of(form.field("amount"), form.field("currency"));
        String back = form.field("returnUrl");
        return switch (form.field("mode")) {
            case "NOW" -> books.chargeAtOnce(reference, amount, linked(form, books));
            case "PIN" -> books.chargeOnPage(reference, amount, linked(form, books), back);
            default -> {
                Wallet wallet = new Wallet(form.field("wallet"));
                yield books.chargeOnPage(reference, amount, Payer.anyone(wallet), back);
            }
        };
    }

    private static Payer linked(ContohForm form, Books books) {
        return Payer.linked(form.customer(books).orElseThrow());
    }

    static SimulatorAnswer status(ContohForm form, Books books) {
        return books.findCharge(form.field("reference"))
                .map(found -> ContohLetters.facts(statusCode(found), found))
                .map(ContohLetters::answer)
                .orElse(ContohLetters.code("25"));
    }

    static String statusCode(Charge charge) {
        return switch (charge.state()) {
            case PAID -> "00";
            case OPEN -> "01";
            case GIVEN_BACK -> "07";
            default -> "05";
        };
    }

    static SimulatorAnswer refund(ContohForm form, Books books) {
        String reference = form.field("refund");
        Optional<Charge> charge = books.findCharge(form.field("reference"));
        if (charge.isEmpty()) {
            return ContohLetters.code("25");
        }
        if (books.findRefund(reference).isPresent()) {
            return ContohLetters.code("40");
        }
        Money amount = Money.of(form.field("amount"), "IDR");
        RefundEntry entry = books.giveBack(reference, charge.get(), amount);
        return switch (entry.state()) {
            case DONE -> ContohLetters.answer(ContohLetters.facts(entry));
            case TOO_MUCH, NOT_PAID -> ContohLetters.code("52");
        };
    }

    static SimulatorAnswer refundStatus(ContohForm form, Books books) {
        return books.findRefund(form.field("refund"))
                .map(refund -> ContohLetters.answer(ContohLetters.facts(refund)))
                .orElse(ContohLetters.code("25"));
    }
}
