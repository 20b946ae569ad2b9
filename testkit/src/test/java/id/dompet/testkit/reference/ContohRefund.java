package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.RefundPort;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Gives money back, all or part of it. */
final class ContohRefund implements RefundPort {
    private final ContohClient client;
    private final Hooks hooks;

    ContohRefund(ContohClient client, Hooks hooks) {
        this.client = client;
        this.hooks = hooks;
    }

    @Override
    public RefundOutcome refund(Call call, Refund refund) {
        Answer answer =
                client.ask(
                        call,
                        "/refund",
                        Effect.CHANGES_STATE,
                        Map.of(
                                "refund", refund.reference(),
                                "reference", refund.payment().reference(),
                                "amount", hooks.amount(refund.amount())));
        return switch (answer.code()) {
            case "00" -> refunded(refund, answer, call.now());
            case "03" -> new RefundOutcome.Processing(answer.text("id"));
            case "52" -> declined(Reason.AMOUNT_NOT_ALLOWED, "52");
            case "25" -> declined(Reason.OTHER, "25");
            case "40" -> refundStatus(call, refund);
            default -> new RefundOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    @Override
    public RefundOutcome refundStatus(Call call, Refund refund) {
        Answer answer =
                client.ask(
                        call, "/refund/status", Effect.NONE, Map.of("refund", refund.reference()));
        if (answer.code().isEmpty() && !answer.isUndocumented()) {
            throw answer.refusal(client.id());
        }
        return switch (answer.code()) {
            case "00" -> refunded(refund, answer, call.now());
            case "03" -> new RefundOutcome.Processing(answer.text("id"));
            case "25" -> new RefundOutcome.NotFound();
            default -> new RefundOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    private static RefundOutcome refunded(Refund refund, Answer answer, Instant now) {
        if (!answer.isAbout("refund", refund.reference())
                || !answer.isAbout("reference", refund.payment().reference())) {
            return new RefundOutcome.Unknown(
                    UnknownCause.REFERENCE_DIFFERS, "not about this refund");
        }
        Optional<Money> amount = answer.fields().money();
        return amount.isPresent()
                ? new RefundOutcome.Refunded(answer.text("id").orElse(""), amount.get(), now)
                : new RefundOutcome.Unknown(
                        UnknownCause.UNREADABLE_ANSWER, "given back, without an amount");
    }

    private static RefundOutcome declined(Reason reason, String code) {
        return new RefundOutcome.Declined(new Decline(reason, code, ""));
    }
}
