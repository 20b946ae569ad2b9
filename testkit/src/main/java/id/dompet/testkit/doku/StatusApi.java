package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Check status of a payment (DOKU, Check Status API, SNAP). */
final class StatusApi {

    private static final String BY_PARTNER_REFERENCE = "originalPartnerReferenceNo";

    private final DokuSettings settings;
    private final Payments payments;
    private final SnapAnswers answers;

    StatusApi(DokuSettings settings, Payments payments) {
        this.settings = settings;
        this.payments = payments;
        this.answers = new SnapAnswers(settings);
    }

    SimulatorAnswer answer(SnapCall call) {
        SnapFields body = call.body();
        Optional<String> partnerReference = body.optionalText(BY_PARTNER_REFERENCE, 64);
        Optional<String> reference = body.optionalText("originalReferenceNo", 64);
        Optional<String> externalId = body.optionalText("originalExternalId", 36);
        if (partnerReference.isEmpty() && reference.isEmpty() && externalId.isEmpty()) {
            throw Refusal.missing(BY_PARTNER_REFERENCE);
        }
        // The libraries send the status call's own code, the standard the payment's.
        body.choice("serviceCode", List.of("54", "55"));
        checkOptional(body);
        Optional<Payment> found =
                payments.first(
                                payment ->
                                        matches(
                                                        partnerReference,
                                                        payment.order().partnerReferenceNo())
                                                && matches(reference, payment.referenceNo())
                                                && matches(
                                                        externalId, payment.order().externalId()))
                        .filter(this::isVisible);
        ObjectNode fields = SnapAnswers.object();
        if (found.isPresent()) {
            payments.exclusively(() -> describe(fields, found.get()));
        } else if (settings.money().unknownPayment() == UnknownPayment.STATUS_07) {
            fields.put(BY_PARTNER_REFERENCE, partnerReference.orElse(""))
                    .put("serviceCode", call.operation().serviceCode())
                    .put("latestTransactionStatus", "07")
                    .put("transactionStatusDesc", "Not Found");
        } else {
            throw new Refusal(SnapCase.TRANSACTION_NOT_FOUND);
        }
        return answers.ok(call.operation(), fields);
    }

    private void checkOptional(SnapFields body) {
        body.optionalMoney("amount");
        body.optionalText("transactionDate", 64)
                .filter(date -> SnapTime.parse(date).isEmpty())
                .ifPresent(
                        date -> {
                            throw Refusal.format(body.path("transactionDate"));
                        });
        body.optionalText("merchantId", 64)
                .filter(id -> !id.equals(settings.clientId()))
                .ifPresent(
                        id -> {
                            throw new Refusal(SnapCase.INVALID_MERCHANT);
                        });
    }

    private static boolean matches(Optional<String> asked, String actual) {
        return asked.map(actual::equals).orElse(true);
    }

    private boolean isVisible(Payment payment) {
        Instant from = payment.createdAt().plus(settings.money().notFoundFor());
        return !settings.clock().instant().isBefore(from);
    }

    private static ObjectNode describe(ObjectNode fields, Payment payment) {
        PaymentOrder order = payment.order();
        fields.put(BY_PARTNER_REFERENCE, order.partnerReferenceNo())
                .put("originalReferenceNo", payment.referenceNo())
                .put("originalExternalId", order.externalId())
                .put("serviceCode", DokuOperation.CHECK_STATUS.serviceCode())
                .put("latestTransactionStatus", payment.state().status())
                .put("transactionStatusDesc", payment.state().description())
                .put("originalResponseCode", payment.outcome().code(DokuOperation.PAYMENT))
                .put("originalResponseMessage", payment.outcome().message());
        payment.paidAt().ifPresent(at -> fields.put("paidTime", SnapTime.format(at)));
        Rupiah.put(fields, "transAmount", order.amount());
        if (!payment.refunds().isEmpty()) {
            refundHistory(fields.putArray("refundHistory"), payment.refunds());
        }
        fields.putObject("additionalInfo")
                .putObject("acquirer")
                .put("id", order.channel().displayName());
        return fields;
    }

    /** DOKU's name for the merchant's refund number here is partnerReferenceNo. */
    private static void refundHistory(ArrayNode history, List<DokuRefund> refunds) {
        for (DokuRefund refund : refunds) {
            Rupiah.put(
                            history.addObject()
                                    .put("refundNo", refund.refundNo())
                                    .put("partnerReferenceNo", refund.partnerRefundNo()),
                            "refundAmount",
                            refund.amount())
                    .put("refundStatus", "00")
                    .put("refundDate", SnapTime.format(refund.at()))
                    .put("reason", refund.reason());
        }
    }
}
