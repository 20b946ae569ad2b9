package id.dompet.testkit.scripted;

import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.RefundPort;
import id.dompet.spi.StatusPort;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Payments and refunds. */
final class ScriptedPayments implements PayPort, StatusPort, RefundPort {
    private final ProviderId id;
    private final ProviderProfile profile;
    private final Books books;
    private final AllScripts scripts;
    private final ScriptedLinks links;

    ScriptedPayments(
            ProviderId id,
            ProviderProfile profile,
            Books books,
            AllScripts scripts,
            ScriptedLinks links) {
        this.id = id;
        this.profile = profile;
        this.books = books;
        this.scripts = scripts;
        this.links = links;
    }

    @Override
    public PaymentOutcome pay(Call call, Payment payment) {
        PaymentScript script = scripts.payments.take();
        script.mayFail(id);
        if (payment.binding().isPresent() && !links.isAlive(payment.binding().get())) {
            return new PaymentOutcome.Declined(
                    new Decline(
                            Decline.Reason.BINDING_INVALID,
                            "unlinked",
                            "the link has ended, or was never made here"));
        }
        PaymentScript.Told told = script.told();
        Duration customerWindow =
                profile.support(payment.wallet()).orElseThrow().statusPolling().customerWindow();
        PaymentOutcome truth =
                books.at(now -> books.payments.receive(payment, told, customerWindow, now));
        return told.answer().orElse(truth);
    }

    @Override
    public PaymentOutcome status(Call call, Payment payment) {
        QuestionScript<PaymentOutcome> script = scripts.statuses.take();
        script.mayFail(id);
        return script.told()
                .orElseGet(() -> books.at(now -> books.payments.outcome(payment.reference())));
    }

    /** {@code result} and {@code order}, as {@link ScriptedCustomer} writes them. */
    @Override
    public ReturnHint returned(Payment payment, Map<String, String> returned) {
        if (!payment.reference().equals(returned.get("order"))) {
            return ReturnHint.nothing();
        }
        ReturnHint.Appearance seems =
                switch (returned.getOrDefault("result", "")) {
                    case "success" -> ReturnHint.Appearance.SUCCESS;
                    case "pending" -> ReturnHint.Appearance.PENDING;
                    case "failed" -> ReturnHint.Appearance.FAILED;
                    default -> ReturnHint.Appearance.NOTHING;
                };
        return new ReturnHint(seems, Optional.empty());
    }

    @Override
    public RefundOutcome refund(Call call, Refund refund) {
        RefundScript script = scripts.refunds.take();
        script.mayFail(id);
        RefundScript.Told told = script.told();
        RefundOutcome truth = books.at(now -> books.refunds.receive(refund, told, now));
        return told.answer().orElse(truth);
    }

    @Override
    public RefundOutcome refundStatus(Call call, Refund refund) {
        QuestionScript<RefundOutcome> script = scripts.refundStatuses.take();
        script.mayFail(id);
        return script.told()
                .orElseGet(() -> books.at(now -> books.refunds.outcome(refund.reference())));
    }
}
