package id.dompet.testkit.doku;

import id.dompet.testkit.FormText;
import id.dompet.testkit.PhoneNumbers;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.page.Field;
import id.dompet.testkit.page.Figures;
import id.dompet.testkit.page.Text;
import id.dompet.testkit.page.WalletPage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The page behind {@code webRedirectUrl}: the wallet asks its owner for the PIN of a payment. */
final class PaymentPage {

    private final Clock clock;
    private final Payments payments;
    private final DokuWallets wallets;

    PaymentPage(Clock clock, Payments payments, DokuWallets wallets) {
        this.clock = clock;
        this.payments = payments;
        this.wallets = wallets;
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = BindingPage.ticket(request);
        return payments.withOpen(ticket, open -> answer(request, open))
                .or(() -> payments.ofPage(ticket).map(closed -> closed(request, closed)))
                .orElseGet(() -> WalletPage.missing(410, request));
    }

    private SimulatorAnswer answer(SimulatorRequest request, Payment payment) {
        if (!request.method().equals("POST")) {
            return form(payment, DokuCustomer.LOCAL_PHONE).answer(request);
        }
        Map<String, String> fields = FormText.read(request.text());
        if (fields.getOrDefault("action", "").equals("decline")) {
            payments.end(payment, DokuTransactionState.CANCELED, SnapCase.TRANSACTION_CANCELLED);
            return WalletPage.redirect(request, back(payment));
        }
        String phone = fields.getOrDefault("phone", "");
        Optional<DokuWallet> payer = payer(payment, phone);
        if (payer.isEmpty()) {
            return form(payment, phone).mistake("phone", Text.WRONG_PHONE).answer(request);
        }
        switch (payment.pins().enter(fields.getOrDefault("pin", ""))) {
            case RIGHT -> payments.pay(payment, payer.get());
            case WRONG -> {
                return form(payment, phone)
                        .mistake("pin", Text.WRONG_PIN, payment.pins().left())
                        .answer(request);
            }
            case EXHAUSTED ->
                    payments.end(payment, DokuTransactionState.FAILED, SnapCase.DO_NOT_HONOR);
        }
        return WalletPage.redirect(request, back(payment));
    }

    /** The linked wallet; in a wallet's own app, the wallet of whoever is logged in there. */
    private Optional<DokuWallet> payer(Payment payment, String phone) {
        PaymentOrder order = payment.order();
        if (order.wallet().isPresent() || phone.isBlank()) {
            return Optional.of(wallets.payerOf(order));
        }
        return PhoneNumbers.toLocal(phone).map(local -> wallets.of(order.channel(), local));
    }

    private WalletPage form(Payment payment, String phone) {
        PaymentOrder order = payment.order();
        String amount = Figures.rupiah(order.amount());
        WalletPage page =
                WalletPage.titled(Text.PAY_TITLE, order.channel().displayName())
                        .amount(amount)
                        .fact(Text.ORDER, order.partnerReferenceNo())
                        .window(clock.instant(), order.expiresAt())
                        .confirm(Text.PAY, amount);
        if (order.points() > 0) {
            page.fact(Text.FROM_POINTS, Figures.rupiah(order.points()));
        }
        order.wallet()
                .ifPresentOrElse(
                        wallet -> holds(page, wallet, order), () -> page.field(Field.phone(phone)));
        return page.field(Field.pin());
    }

    private static void holds(WalletPage page, DokuWallet wallet, PaymentOrder order) {
        page.fact(Text.BALANCE, Figures.rupiah(wallet.cash()));
        if (wallet.obstacle(order.cash(), order.points())
                .filter(SnapCase.INSUFFICIENT_FUNDS::equals)
                .isPresent()) {
            page.warning(Text.NOT_ENOUGH);
        }
    }

    /** Too late, or a second time: what was decided stays decided. */
    private static SimulatorAnswer closed(SimulatorRequest request, Payment payment) {
        return payment.state() == DokuTransactionState.EXPIRED
                ? WalletPage.expired(request, back(payment))
                : WalletPage.finished(request, back(payment));
    }

    private static String back(Payment payment) {
        return BindingPage.ascii(
                switch (payment.state()) {
                    case PAID, REFUNDED -> payment.order().successUrl();
                    case PENDING, CANCELED, FAILED, EXPIRED -> payment.order().failedUrl();
                });
    }
}
