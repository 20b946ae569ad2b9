package id.dompet.provider.doku;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.StatusPort;
import java.time.Instant;
import java.util.Optional;

/** Asks what became of a payment: developers.doku.com, check status SNAP. */
final class DokuStatus implements StatusPort {
    private final DokuConfig config;
    private final StatusInquiry inquiry;

    DokuStatus(DokuConfig config, StatusInquiry inquiry) {
        this.config = config;
        this.inquiry = inquiry;
    }

    @Override
    public PaymentOutcome status(Call call, Payment payment) {
        DokuChannel channel = DokuChannel.require(config.id(), payment.wallet());
        Reading reading = inquiry.ask(call, channel, payment);
        return switch (reading.verdict()) {
            case ACCEPTED -> read(payment, reading.json().orElseThrow(), call.now());
            case IN_PROGRESS -> new PaymentOutcome.Processing(Optional.empty());
            case NOT_FOUND -> new PaymentOutcome.NotFound();
            default -> new PaymentOutcome.Unknown(reading.cause(), reading.detail());
        };
    }

    private PaymentOutcome read(Payment payment, JsonObject answer, Instant now) {
        Optional<String> about = answer.text("originalPartnerReferenceNo");
        Optional<String> code = answer.text("latestTransactionStatus");
        if (about.isEmpty() || code.isEmpty()) {
            throw Refusals.incomplete(
                    config.id(),
                    SnapService.STATUS,
                    "success without originalPartnerReferenceNo or latestTransactionStatus");
        }
        if (!about.get().equals(payment.reference())) {
            return new PaymentOutcome.Unknown(
                    UnknownCause.REFERENCE_DIFFERS,
                    "check status: the answer is about another payment");
        }
        try {
            return new ReportedStatus(answer)
                    .outcome(SnapService.STATUS, now)
                    .orElseThrow(
                            () ->
                                    Refusals.incomplete(
                                            config.id(),
                                            SnapService.STATUS,
                                            "a final status without an amount"));
        } catch (JsonObject.Unreadable e) {
            throw Refusals.incomplete(config.id(), SnapService.STATUS, "an amount cannot be read");
        }
    }
}
