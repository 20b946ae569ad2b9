package id.dompet.testkit.doku;

import id.dompet.testkit.ChargeLedger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All refunds, and the only place where money goes back. Thread-safe. */
final class Refunds {

    /** What a merchant asked to be given back. */
    record Order(
            DokuChannel channel,
            String originalPartnerReferenceNo,
            Optional<String> originalExternalId,
            long amount,
            String partnerRefundNo,
            String reason,
            Optional<DokuWallet> customer) {}

    /** A refund and the payment it belongs to. */
    record Made(Payment payment, DokuRefund refund) {}

    private final DokuSettings settings;
    private final DokuIds ids;
    private final Payments payments;
    private final ChargeLedger ledger;
    private final DokuNotifications notifications;
    private final Map<String, Made> byNumber = new LinkedHashMap<>();

    Refunds(
            DokuSettings settings,
            DokuIds ids,
            Payments payments,
            ChargeLedger ledger,
            DokuNotifications notifications) {
        this.settings = settings;
        this.ids = ids;
        this.payments = payments;
        this.ledger = ledger;
        this.notifications = notifications;
    }

    /** Gives back, or refuses; a known number gives nothing back a second time. */
    Made make(Order order) {
        return payments.exclusively(() -> decide(order));
    }

    private Made decide(Order order) {
        Payment payment =
                payments.known(order.originalPartnerReferenceNo())
                        .filter(found -> isMeant(found, order))
                        .orElseThrow(() -> new Refusal(SnapCase.TRANSACTION_NOT_FOUND));
        Made known = byNumber.get(order.partnerRefundNo());
        if (known != null) {
            return repeated(known, payment, order);
        }
        if (payment.state() != DokuTransactionState.PAID) {
            throw new Refusal(SnapCase.INVALID_TRANSACTION_STATUS);
        }
        long left = payment.order().amount() - payment.refunded();
        if (order.amount() <= 0 || order.amount() > left) {
            throw new Refusal(SnapCase.INVALID_AMOUNT);
        }
        return giveBack(payment, order);
    }

    private static boolean isMeant(Payment payment, Order order) {
        return payment.order().channel() == order.channel()
                && order.customer().equals(payment.order().wallet())
                && order.originalExternalId()
                        .map(payment.order().externalId()::equals)
                        .orElse(true);
    }

    private Made repeated(Made known, Payment payment, Order order) {
        if (known.payment() != payment || known.refund().amount() != order.amount()) {
            throw new Refusal(SnapCase.INCONSISTENT_REQUEST);
        }
        if (settings.money().duplicateRefund() == DuplicateReference.REFUSE) {
            throw new Refusal(SnapCase.DUPLICATE_REFERENCE);
        }
        return known;
    }

    private Made giveBack(Payment payment, Order order) {
        long cashLeft = Math.max(0, payment.order().cash() - payment.refunded());
        long toCash = Math.min(order.amount(), cashLeft);
        long toPoints = order.amount() - toCash;
        DokuWallet wallet = payment.payer().orElseThrow();
        wallet.giveBack(toCash, toPoints);
        DokuRefund refund =
                new DokuRefund(
                        order.partnerRefundNo(),
                        ids.paymentReferenceNo(),
                        order.amount(),
                        order.reason(),
                        settings.clock().instant());
        ledger.recordRefund(
                order.originalPartnerReferenceNo(),
                payment.order().channel() + " " + wallet.phoneNumber(),
                refund.at(),
                Map.of("cash", toCash, "points", toPoints));
        payment.refunded(refund);
        Made made = new Made(payment, refund);
        byNumber.put(order.partnerRefundNo(), made);
        if (settings.posting().aboutRefunds() && payment.state() == DokuTransactionState.REFUNDED) {
            notifications.enqueue(payment);
        }
        return made;
    }
}
