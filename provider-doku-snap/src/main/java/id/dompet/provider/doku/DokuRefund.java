package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.RefundPort;
import java.util.Optional;

/**
 * Gives money back, all or part of it: developers.doku.com, refund. What became of a refund is in
 * the {@code refundHistory} of its payment's status.
 */
final class DokuRefund implements RefundPort {
    private final DokuConfig config;
    private final SnapClient client;
    private final SnapJson json;
    private final DeviceHeaders devices;
    private final PaymentLimits limits;
    private final StatusInquiry inquiry;
    private final RefundAnswer answers;

    DokuRefund(
            DokuConfig config,
            SnapClient client,
            SnapJson json,
            DeviceHeaders devices,
            PaymentLimits limits,
            StatusInquiry inquiry) {
        this.config = config;
        this.client = client;
        this.json = json;
        this.devices = devices;
        this.limits = limits;
        this.inquiry = inquiry;
        this.answers = new RefundAnswer(config.id());
    }

    @Override
    public RefundOutcome refund(Call call, Refund refund) {
        Payment payment = refund.payment();
        DokuChannel channel = DokuChannel.require(config.id(), payment.wallet());
        limits.check(channel, refund);
        SnapRequest request =
                SnapRequest.of(
                                SnapService.REFUND,
                                channel,
                                Effect.CHANGES_STATE,
                                body(channel, refund))
                        .withHeaders(
                                devices.of(
                                        channel, SnapService.REFUND, payment.customer().device()));
        if (!channel.isLinked()) {
            return answers.read(refund, client.send(call, request), call.now());
        }
        try {
            SnapRequest customers =
                    request.withCustomer(
                            payment.binding()
                                    .orElseThrow(
                                            () ->
                                                    new InvalidRequest(
                                                            config.id(),
                                                            "the refunded payment has no"
                                                                    + " binding")));
            return answers.read(refund, client.send(call, customers), call.now());
        } catch (BindingUnusable e) {
            if (e.providerCode().isEmpty()) {
                throw e;
            }
            return new RefundOutcome.Declined(
                    new Decline(
                            Decline.Reason.BINDING_INVALID,
                            e.providerCode(),
                            "the account was unlinked, and DOKU refunds linked accounts only"));
        }
    }

    private ObjectNode body(DokuChannel channel, Refund refund) {
        ObjectNode body =
                json.object()
                        .put("originalPartnerReferenceNo", refund.payment().reference())
                        .put("partnerRefundNo", refund.reference());
        PaymentBody.money(body.putObject("refundAmount"), refund.amount());
        body.put("reason", refund.reason());
        if (config.api().namesChannel()) {
            body.putObject("additionalInfo").put("channel", channel.code());
        }
        return body;
    }

    @Override
    public RefundOutcome refundStatus(Call call, Refund refund) {
        Payment payment = refund.payment();
        DokuChannel channel = DokuChannel.require(config.id(), payment.wallet());
        Reading reading = inquiry.ask(call, channel, payment);
        return switch (reading.verdict()) {
            case ACCEPTED -> answers.history(refund, reading.json(), call.now());
            case IN_PROGRESS -> new RefundOutcome.Processing(Optional.empty());
            case NOT_FOUND -> new RefundOutcome.NotFound();
            default -> new RefundOutcome.Unknown(reading.cause(), reading.detail());
        };
    }
}
