package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.doku.DokuNotification.Content;
import java.util.Optional;

/** Writes notifications as they are seen live (DOKU, HTTP Notification Sample for SNAP). */
final class NotificationBodies {

    private final DokuIds ids;

    NotificationBodies(DokuIds ids) {
        this.ids = ids;
    }

    Content payment(Payment payment) {
        PaymentOrder order = payment.order();
        ObjectNode body =
                SnapAnswers.object()
                        .put("originalPartnerReferenceNo", order.partnerReferenceNo())
                        .put("originalReferenceNo", payment.referenceNo())
                        .put("originalExternalId", order.externalId())
                        .put("latestTransactionStatus", payment.state().status())
                        .put("transactionStatusDesc", payment.state().description());
        Rupiah.put(body, "amount", order.amount());
        ObjectNode info =
                body.putObject("additionalInfo")
                        .put("acquirerId", order.channel().displayName())
                        .put("accountType", order.channel().accountType())
                        .put("channelId", order.channel().code());
        order.customer()
                .ifPresent(
                        token ->
                                info.put(
                                        "custIdMerchant",
                                        token.binding().request().custIdMerchant()));
        info.put("successPaymentUrl", order.successUrl())
                .put("failedPaymentUrl", order.failedUrl())
                .putObject("origin")
                .put("apiFormat", "SNAP");
        if (order.generation() == Generation.CURRENT && order.type() != PaymentType.JUMP_APP) {
            info.put("paymentType", order.type().name());
        }
        return new Content(
                NotificationKind.PAYMENT,
                order.partnerReferenceNo(),
                payment.state().status(),
                body.toString(),
                ids.externalId(),
                order.customer().map(CustomerToken::token));
    }

    Content binding(Binding binding) {
        String status = binding.state() == Binding.State.ACTIVE ? "SUCCESS" : "FAILED";
        ObjectNode body =
                SnapAnswers.object().put("originalExternalId", binding.request().externalId());
        body.putObject("additionalInfo")
                .put("status", status)
                .put("custIdMerchant", binding.request().custIdMerchant())
                .put("authCode", binding.authCode());
        return new Content(
                NotificationKind.BINDING,
                binding.request().externalId(),
                status,
                body.toString(),
                ids.externalId(),
                Optional.empty());
    }
}
