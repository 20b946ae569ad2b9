package id.dompet.testkit.doku;

import id.dompet.testkit.FormText;
import id.dompet.testkit.PageHtml;
import id.dompet.testkit.PhoneNumbers;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page behind {@code webRedirectUrl}: the wallet asks its owner for the PIN of a payment. */
final class PaymentPage {

    private final Payments payments;
    private final DokuWallets wallets;

    PaymentPage(Payments payments, DokuWallets wallets) {
        this.payments = payments;
        this.wallets = wallets;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        return payments.withOpen(BindingPage.ticket(request), open -> answer(request, open))
                .orElseGet(BindingPage::expired);
    }

    private SimulatorAnswer answer(SimulatorRequest request, Payment payment) {
        if (!request.method().equals("POST")) {
            return form(payment, "");
        }
        Map<String, String> fields = FormText.read(request.text());
        if (fields.getOrDefault("action", "").equals("decline")) {
            payments.end(payment, DokuTransactionState.CANCELED, SnapCase.TRANSACTION_CANCELLED);
            return back(payment);
        }
        Optional<DokuWallet> payer = payer(payment, fields.getOrDefault("phone", ""));
        if (payer.isEmpty()) {
            return form(payment, "This is not an Indonesian mobile number.");
        }
        switch (payment.pins().enter(fields.getOrDefault("pin", ""))) {
            case RIGHT -> payments.pay(payment, payer.get());
            case WRONG -> {
                return form(payment, "Wrong PIN. Please try again.");
            }
            case EXHAUSTED ->
                    payments.end(payment, DokuTransactionState.FAILED, SnapCase.DO_NOT_HONOR);
        }
        return back(payment);
    }

    /** The linked wallet; in a wallet's own app, the wallet of whoever is logged in there. */
    private Optional<DokuWallet> payer(Payment payment, String phone) {
        PaymentOrder order = payment.order();
        if (order.wallet().isPresent() || phone.isBlank()) {
            return Optional.of(wallets.payerOf(order));
        }
        return PhoneNumbers.toLocal(phone).map(local -> wallets.of(order.channel(), local));
    }

    private static SimulatorAnswer form(Payment payment, String error) {
        PaymentOrder order = payment.order();
        String amount = String.format(Locale.forLanguageTag("id-ID"), "Rp %,d", order.amount());
        List<PageHtml.Field> fields = new ArrayList<>();
        if (order.wallet().isEmpty()) {
            fields.add(
                    new PageHtml.Field(
                            "phone", "Mobile number", "tel", 20, DokuCustomer.LOCAL_PHONE));
        }
        fields.add(PageHtml.Field.pin());
        return PageHtml.form(
                "Pay with " + order.channel().displayName(),
                List.of(amount, "Order " + order.partnerReferenceNo()),
                error,
                fields);
    }

    private static SimulatorAnswer back(Payment payment) {
        boolean paid = payment.state() == DokuTransactionState.PAID;
        return BindingPage.redirect(
                paid ? payment.order().successUrl() : payment.order().failedUrl());
    }
}
