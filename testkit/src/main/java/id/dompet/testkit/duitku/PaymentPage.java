package id.dompet.testkit.duitku;

import id.dompet.testkit.PageHtml;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page behind {@code paymentUrl}: the wallet asks its owner for the PIN of a payment. */
final class PaymentPage {

    private final DuitkuSettings settings;
    private final Payments payments;

    PaymentPage(DuitkuSettings settings, Payments payments) {
        this.settings = settings;
        this.payments = payments;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = RequestFields.form(request.query()).text("ticket");
        return payments.withOpen(ticket, open -> answer(request, open))
                .orElseGet(
                        () ->
                                PageHtml.notice(
                                        410, "Page expired", "This page can no longer be used."));
    }

    private SimulatorAnswer answer(SimulatorRequest request, Transaction transaction) {
        if (!request.method().equals("POST")) {
            return form(transaction, "");
        }
        RequestFields fields = RequestFields.form(request.text());
        if (fields.text("action").equals("decline")) {
            payments.end(transaction, TransactionState.CANCELED);
            return back(transaction);
        }
        switch (transaction.pins().enter(fields.text("pin"))) {
            case RIGHT -> payments.pay(transaction);
            case WRONG -> {
                return form(transaction, "Wrong PIN. Please try again.");
            }
            case EXHAUSTED -> payments.end(transaction, TransactionState.FAILED);
        }
        return back(transaction);
    }

    private static SimulatorAnswer form(Transaction transaction, String error) {
        Order order = transaction.order();
        String amount = String.format(Locale.forLanguageTag("id-ID"), "Rp %,d", order.amount());
        return PageHtml.pin(
                "Pay with " + order.channel().displayName(),
                List.of(amount, order.productDetails(), "Order " + order.id()),
                error);
    }

    /** Callback and Redirect, section 9. */
    private SimulatorAnswer back(Transaction transaction) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("merchantOrderId", transaction.order().id());
        parameters.put("resultCode", transaction.state().statusCode());
        parameters.put("reference", transaction.reference());
        return PageHtml.redirect(
                PageAddress.back(
                        settings.returnUrlStyle(), transaction.order().returnUrl(), parameters));
    }
}
