package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;

/** Refund, full or partial (OVO, Allo, CIMB, DANA and ShopeePay pages). */
final class RefundApi {

    private static final int EXTERNAL_ID_LENGTH = 36;
    private static final int REASON_LENGTH = 255;

    private final Refunds refunds;
    private final SnapAnswers answers;

    RefundApi(DokuSettings settings, Refunds refunds) {
        this.refunds = refunds;
        this.answers = new SnapAnswers(settings);
    }

    SimulatorAnswer answer(SnapCall call) {
        DokuChannel channel = call.requiredChannel();
        SnapFields body = call.body();
        Refunds.Order order =
                new Refunds.Order(
                        channel,
                        body.text("originalPartnerReferenceNo", channel.refundedReference()),
                        body.optionalText("originalExternalId", EXTERNAL_ID_LENGTH),
                        body.money("refundAmount"),
                        body.text("partnerRefundNo", channel.reference()),
                        body.optionalText("reason", REASON_LENGTH).orElse(""),
                        call.customer().map(token -> token.binding().wallet()));
        Refunds.Made made = refunds.make(order);
        ObjectNode fields =
                Rupiah.put(SnapAnswers.object(), "refundAmount", made.refund().amount())
                        .put("originalPartnerReferenceNo", order.originalPartnerReferenceNo())
                        .put("originalReferenceNo", made.payment().referenceNo())
                        .put("originalExternalId", made.payment().order().externalId())
                        .put("refundNo", made.refund().refundNo())
                        .put("partnerRefundNo", made.refund().partnerRefundNo())
                        .put("refundTime", SnapTime.format(made.refund().at()));
        return answers.ok(call.operation(), fields);
    }
}
