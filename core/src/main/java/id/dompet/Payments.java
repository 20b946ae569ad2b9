package id.dompet;

import static id.dompet.Providers.port;

import id.dompet.http.Parameters;
import id.dompet.internal.config.CheckedConfig.Timing;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Operation;
import id.dompet.internal.operation.OutcomeGuard;
import id.dompet.internal.operation.OutcomeGuard.Refusals;
import id.dompet.internal.operation.PaymentRules;
import id.dompet.model.DompetException;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Capability;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.util.List;

/** Charges, gives back, and asks what became of it. Thread-safe. */
final class Payments {
    private final Providers providers;
    private final Timing timing;
    private final TimeSource time;

    Payments(Providers providers, Timing timing, TimeSource time) {
        this.providers = providers;
        this.timing = timing;
        this.time = time;
    }

    PaymentOutcome pay(Payment payment, List<? extends PaymentOption> options) {
        Providers.Instance at = at(payment);
        refuseForeign(at, options);
        HttpCall call =
                at.calls().start(Operation.PAY, at.calls().deadline(timing.call()), options);
        PaymentOutcome outcome =
                OutcomeGuard.change(
                        call,
                        Refusals.CREDENTIALS_ON_CLIENT_ERROR,
                        () -> port(at.provider().pay()).pay(call, payment),
                        PaymentOutcome.Unknown::new);
        return PaymentRules.afterPay(payment, outcome);
    }

    PaymentOutcome status(Payment payment) {
        Providers.Instance at = at(payment);
        PaymentOutcome outcome =
                at.questions()
                        .ask(
                                Operation.STATUS,
                                call -> port(at.provider().status()).status(call, payment));
        return PaymentRules.afterStatus(payment, outcome, polling(at, payment), time.now());
    }

    PaymentOutcome confirm(Payment payment, PaymentReported reported) {
        if (!payment.reference().equals(reported.paymentReference())) {
            throw new DompetException.InvalidRequest(
                    payment.provider(),
                    "the notification is about another payment than " + payment.reference());
        }
        if (reported.amount().filter(amount -> !amount.equals(payment.amount())).isPresent()) {
            return PaymentRules.amountDiffers(payment, reported.amount().get().toString());
        }
        return reported.signed()
                ? PaymentRules.afterStatus(
                        payment, reported.reported(), polling(at(payment), payment), time.now())
                : status(payment);
    }

    ReturnHint hint(Payment payment, URI returnedTo) {
        Providers.Instance at = at(payment);
        try {
            return port(at.provider().pay()).returned(payment, Parameters.ofReturn(returnedTo));
        } catch (Parameters.Unreadable e) {
            return ReturnHint.nothing();
        }
    }

    RefundOutcome refund(Refund refund) {
        Providers.Instance at = at(refund);
        HttpCall call = at.calls().start(Operation.REFUND, timing.call());
        RefundOutcome outcome =
                OutcomeGuard.change(
                        call,
                        Refusals.CREDENTIALS_ON_CLIENT_ERROR,
                        () -> port(at.provider().refund()).refund(call, refund),
                        RefundOutcome.Unknown::new);
        if (outcome instanceof RefundOutcome.NotFound) {
            return new RefundOutcome.Unknown(
                    UnknownCause.PROVIDER_FAULT, "the answer to a refund was 'not found'");
        }
        return PaymentRules.afterRefund(refund, outcome);
    }

    RefundOutcome refundStatus(Refund refund) {
        Providers.Instance at = at(refund);
        return PaymentRules.afterRefund(
                refund,
                at.questions()
                        .ask(
                                Operation.REFUND_STATUS,
                                call -> port(at.provider().refund()).refundStatus(call, refund)));
    }

    private Providers.Instance at(Payment payment) {
        Capability capability =
                switch (payment.kind()) {
                    case LINKED -> Capability.PAY_LINKED;
                    case UNATTENDED -> Capability.PAY_UNATTENDED;
                    case REDIRECT -> Capability.PAY_REDIRECT;
                };
        return providers.of(payment.provider(), payment.wallet(), capability);
    }

    private Providers.Instance at(Refund refund) {
        return providers.of(
                refund.payment().provider(), refund.payment().wallet(), Capability.REFUND);
    }

    private static StatusPolling polling(Providers.Instance at, Payment payment) {
        return at.profile().support(payment.wallet()).orElseThrow().statusPolling();
    }

    private static void refuseForeign(
            Providers.Instance at, List<? extends PaymentOption> options) {
        for (PaymentOption option : options) {
            if (!option.providerType().equals(at.type())) {
                throw new DompetException.InvalidRequest(
                        at.id(),
                        "%s is an option of providers of type '%s'; this payment goes to one of"
                                        .formatted(
                                                option.getClass().getSimpleName(),
                                                option.providerType())
                                + " type '"
                                + at.type()
                                + "'");
            }
        }
    }
}
