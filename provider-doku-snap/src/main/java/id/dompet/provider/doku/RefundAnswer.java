package id.dompet.provider.doku;

import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an answer about a refund means: developers.doku.com, refund and check status. No
 * live answer is published, so one that lacks its amount is only believed to have begun.
 */
final class RefundAnswer {
    private final ProviderId id;

    RefundAnswer(ProviderId id) {
        this.id = id;
    }

    RefundOutcome read(Refund refund, Reading reading, Instant now) {
        return switch (reading.verdict()) {
            case ACCEPTED -> accepted(refund, reading.json().orElseThrow(), now);
            case IN_PROGRESS, CUSTOMER_ACTION -> new RefundOutcome.Processing(Optional.empty());
            // Not found is the payment that should be refunded.
            case REFUSED, INVALID, CUSTOMER_TOKEN, NOT_FOUND ->
                    new RefundOutcome.Declined(reading.decline());
            case CREDENTIALS, MERCHANT_TOKEN -> throw Refusals.credentials(id, reading);
            case ASK, LATER, OPEN -> new RefundOutcome.Unknown(reading.cause(), reading.detail());
        };
    }

    private static RefundOutcome accepted(Refund refund, JsonObject answer, Instant now) {
        if (differs(answer.text("partnerRefundNo"), refund.reference())
                || differs(
                        answer.text("originalPartnerReferenceNo"), refund.payment().reference())) {
            return new RefundOutcome.Unknown(
                    UnknownCause.REFERENCE_DIFFERS, "refund: the answer is about another refund");
        }
        Optional<String> reference = answer.text("refundNo");
        Optional<Money> amount;
        try {
            amount = answer.money("refundAmount");
        } catch (JsonObject.Unreadable e) {
            return unreadable("refund: the amount cannot be read");
        }
        return amount.isPresent()
                ? new RefundOutcome.Refunded(
                        reference.orElse(""), amount.get(), at(answer, "refundTime", now))
                : new RefundOutcome.Processing(reference);
    }

    /** What the status of the payment says about this refund. */
    RefundOutcome history(Refund refund, Optional<JsonObject> answer, Instant now) {
        Optional<String> about = answer.flatMap(a -> a.text("originalPartnerReferenceNo"));
        if (about.isEmpty()) {
            throw Refusals.incomplete(
                    id, SnapService.STATUS, "success without originalPartnerReferenceNo");
        }
        if (!about.get().equals(refund.payment().reference())) {
            return new RefundOutcome.Unknown(
                    UnknownCause.REFERENCE_DIFFERS,
                    "check status: the answer is about another payment");
        }
        List<JsonObject> all = answer.flatMap(a -> a.objects("refundHistory")).orElse(List.of());
        for (JsonObject entry : all) {
            // DOKU's page spells the refund's own reference partnerReferenceNo.
            if (entry.firstText("partnerRefundNo", "partnerReferenceNo")
                    .filter(refund.reference()::equals)
                    .isPresent()) {
                return entry(entry, now);
            }
        }
        return new RefundOutcome.NotFound();
    }

    private static RefundOutcome entry(JsonObject entry, Instant now) {
        Optional<String> reference = entry.text("refundNo");
        String code = entry.text("refundStatus").orElse("");
        try {
            Optional<Money> amount = entry.money("refundAmount");
            return switch (TransactionStatus.of(code)) {
                case SUCCESS ->
                        amount.isPresent()
                                ? new RefundOutcome.Refunded(
                                        reference.orElse(""),
                                        amount.get(),
                                        at(entry, "refundDate", now))
                                : unreadable("check status: a refund without its amount");
                case PENDING, INITIATED, PAYING -> new RefundOutcome.Processing(reference);
                case FAILED ->
                        new RefundOutcome.Declined(new Decline(Reason.NOT_COMPLETED, code, ""));
                case REFUNDED, CANCELED, NOT_FOUND, UNDOCUMENTED ->
                        new RefundOutcome.Unknown(
                                UnknownCause.UNRECOGNISED_CODE,
                                "check status: refundStatus is not documented");
            };
        } catch (JsonObject.Unreadable e) {
            return unreadable("check status: the amount of a refund cannot be read");
        }
    }

    private static boolean differs(Optional<String> found, String expected) {
        return found.isPresent() && !found.get().equals(expected);
    }

    private static Instant at(JsonObject fields, String field, Instant now) {
        return fields.text(field).flatMap(SnapTime::read).orElse(now);
    }

    private static RefundOutcome unreadable(String detail) {
        return new RefundOutcome.Unknown(UnknownCause.UNREADABLE_ANSWER, detail);
    }
}
