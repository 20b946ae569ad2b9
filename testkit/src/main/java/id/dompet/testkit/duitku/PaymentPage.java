package id.dompet.testkit.duitku;

import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.page.Field;
import id.dompet.testkit.page.Figures;
import id.dompet.testkit.page.Text;
import id.dompet.testkit.page.WalletPage;
import java.util.LinkedHashMap;
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
                .or(() -> payments.ofPage(ticket).map(closed -> closed(request, closed)))
                .orElseGet(() -> WalletPage.missing(410, request));
    }

    private SimulatorAnswer answer(SimulatorRequest request, Transaction transaction) {
        if (!request.method().equals("POST")) {
            return form(transaction).answer(request);
        }
        RequestFields fields = RequestFields.form(request.text());
        if (fields.text("action").equals("decline")) {
            payments.end(transaction, TransactionState.CANCELED);
            return WalletPage.redirect(request, back(transaction));
        }
        switch (transaction.pins().enter(fields.text("pin"))) {
            case RIGHT -> payments.pay(transaction);
            case WRONG -> {
                return form(transaction)
                        .mistake("pin", Text.WRONG_PIN, transaction.pins().left())
                        .answer(request);
            }
            case EXHAUSTED -> payments.end(transaction, TransactionState.FAILED);
        }
        return WalletPage.redirect(request, back(transaction));
    }

    private WalletPage form(Transaction transaction) {
        Order order = transaction.order();
        Wallet.Split split = payments.split(order);
        String amount = Figures.rupiah(order.amount());
        WalletPage page =
                WalletPage.titled(Text.PAY_TITLE, order.channel().displayName())
                        .amount(amount)
                        .fact(Text.PRODUCT, order.productDetails())
                        .fact(Text.ORDER, order.id())
                        .window(settings.clock().instant(), transaction.expiresAt())
                        .field(Field.pin())
                        .confirm(Text.PAY, amount);
        if (split.voucher() > 0) {
            page.fact(Text.VOUCHER, Figures.rupiah(split.voucher()));
        }
        if (split.points() > 0) {
            page.fact(Text.FROM_POINTS, Figures.rupiah(split.points()));
        }
        page.fact(Text.BALANCE, Figures.rupiah(order.link().wallet().cash()));
        return split.covered() ? page : page.warning(Text.NOT_ENOUGH);
    }

    /** Too late, or a second time: what was decided stays decided. */
    private SimulatorAnswer closed(SimulatorRequest request, Transaction transaction) {
        return transaction.state() == TransactionState.EXPIRED
                ? WalletPage.expired(request, back(transaction))
                : WalletPage.finished(request, back(transaction));
    }

    /** Callback and Redirect, section 9. */
    private String back(Transaction transaction) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("merchantOrderId", transaction.order().id());
        parameters.put("resultCode", transaction.state().statusCode());
        parameters.put("reference", transaction.reference());
        return PageAddress.back(
                settings.returnUrlStyle(), transaction.order().returnUrl(), parameters);
    }
}
