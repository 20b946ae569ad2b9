package id.dompet.docs.misal;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.RefundPort;
import java.util.Map;
import java.util.Optional;

/** Gives money back, and asks what became of it. */
final class MisalRefunds implements RefundPort {
    private final MisalClient client;

    MisalRefunds(MisalClient client) {
        this.client = client;
    }

    @Override
    public RefundOutcome refund(Call call, Refund refund) {
        Map<String, String> form =
                Map.of(
                        "refund", refund.reference(),
                        "ref", refund.payment().reference(),
                        "amount", refund.amount().decimalText(),
                        "currency", refund.amount().currency().getCurrencyCode());
        MisalReply reply = client.send(call, "/refunds", Effect.CHANGES_STATE, form);
        return switch (reply.code()) {
            case "refunded" -> refunded(call, refund, reply);
            case "exists" -> refundStatus(call, refund);
            case "too_much", "not_paid", "unknown" ->
                    new RefundOutcome.Declined(new Decline(Reason.OTHER, reply.code(), ""));
            default -> new RefundOutcome.Unknown(reply.cause(), reply.detail());
        };
    }

    @Override
    public RefundOutcome refundStatus(Call call, Refund refund) {
        MisalReply reply =
                client.send(
                        call, "/refunds/get", Effect.NONE, Map.of("refund", refund.reference()));
        return switch (reply.code()) {
            case "refunded" -> refunded(call, refund, reply);
            case "unknown" -> new RefundOutcome.NotFound();
            case "" -> throw reply.refusal(client.id());
            default -> new RefundOutcome.Unknown(reply.cause(), reply.detail());
        };
    }

    /** The amount of the answer: core compares it with the refund's. */
    private static RefundOutcome refunded(Call call, Refund refund, MisalReply reply) {
        Optional<Money> amount = reply.amount();
        if (amount.isEmpty()) {
            return new RefundOutcome.Unknown(UnknownCause.UNREADABLE_ANSWER, reply.detail());
        }
        return reply.field("refund").equals(refund.reference())
                ? new RefundOutcome.Refunded(reply.field("id"), amount.get(), call.now())
                : new RefundOutcome.Unknown(UnknownCause.REFERENCE_DIFFERS, reply.detail());
    }
}
