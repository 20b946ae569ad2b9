package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.PageLinks;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.doku.Payments.Registered;

/** Payment host to host, with a linked account or in the wallet's app. */
final class PaymentApi {

    private final DokuSettings settings;
    private final Payments payments;
    private final DokuWallets wallets;
    private final DokuNotifications notifications;
    private final PaymentReader linked;
    private final JumpAppReader jumpApp;
    private final SnapAnswers answers;

    PaymentApi(
            DokuSettings settings,
            Payments payments,
            DokuWallets wallets,
            DokuNotifications notifications) {
        this.settings = settings;
        this.payments = payments;
        this.wallets = wallets;
        this.notifications = notifications;
        this.linked = new PaymentReader(settings);
        this.jumpApp = new JumpAppReader(settings, linked);
        this.answers = new SnapAnswers(settings);
    }

    SimulatorAnswer answer(SnapCall call) {
        PaymentOrder order =
                call.requiredChannel().isLinked() ? linked.read(call) : jumpApp.read(call);
        Registered registered = payments.register(order);
        Payment payment = registered.payment();
        if (!registered.created()) {
            refuseRepetition(payment, order);
        } else if (order.type() != PaymentType.RECURRING
                && notifications.takePaymentBeforeAnswer(order.partnerReferenceNo())) {
            payments.pay(payment, wallets.payerOf(order));
            notifications.messagesOf(order.partnerReferenceNo()).forEach(notifications::deliver);
        }
        return accepted(call, payment);
    }

    private void refuseRepetition(Payment first, PaymentOrder again) {
        if (!first.order().isSame(again)) {
            throw new Refusal(SnapCase.INCONSISTENT_REQUEST);
        }
        if (settings.money().duplicatePayment() == DuplicateReference.SAME_ANSWER) {
            return;
        }
        throw new Refusal(
                switch (first.state()) {
                    case PENDING, PAID, REFUNDED -> SnapCase.DUPLICATE_REFERENCE;
                    case CANCELED, FAILED, EXPIRED -> SnapCase.INVALID_TRANSACTION_STATUS;
                });
    }

    private SimulatorAnswer accepted(SnapCall call, Payment payment) {
        PaymentOrder order = payment.order();
        ObjectNode fields = SnapAnswers.object();
        if (order.type() == PaymentType.RECURRING) {
            fields.put("partnerReferenceNo", order.partnerReferenceNo())
                    .put("referenceNo", payment.referenceNo());
            return answers.answer(
                    call.operation(),
                    directOutcome(payment).code(call.operation()),
                    directOutcome(payment).message(),
                    fields);
        }
        fields.put("webRedirectUrl", page(call, payment));
        if (call.isCurrent() || order.type() == PaymentType.JUMP_APP) {
            fields.put("partnerReferenceNo", order.partnerReferenceNo());
        }
        fields.put("referenceNo", payment.referenceNo());
        if (order.type() == PaymentType.JUMP_APP) {
            fields.putObject("additionalInfo").put("webRedirectUrl", page(call, payment));
        }
        boolean eightDigits = !call.isCurrent() && settings.protocol().eightDigitPaymentCode();
        String code = SnapCase.SUCCESSFUL.code(call.operation()) + (eightDigits ? "0" : "");
        return answers.ok(call.operation(), code, fields);
    }

    /** A debit without a page tells at once whether it was made. */
    private static SnapCase directOutcome(Payment payment) {
        return payment.state() == DokuTransactionState.REFUNDED
                ? SnapCase.SUCCESSFUL
                : payment.outcome();
    }

    private String page(SnapCall call, Payment payment) {
        return PageLinks.base(
                        settings.place().publicUrl(),
                        call.request(),
                        settings.place().bindAddress())
                + Routes.PAYMENT_PAGE
                + (call.isCurrent() ? "core/" : "")
                + payment.ticket();
    }
}
