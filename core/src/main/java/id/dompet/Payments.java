package id.dompet;

import static id.dompet.Providers.existing;
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
import id.dompet.spi.Capability;
import id.dompet.spi.PayPort;
import id.dompet.spi.RefundPort;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.StatusPort;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletSupport;
import java.util.List;
import java.util.Optional;

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
        Providers.Instance at =
                providers.of(payment.provider(), payment.wallet(), capability(payment));
        refuseForeign(at, options);
        refuseTooOld(at, payment);
        HttpCall call =
                at.calls().start(Operation.PAY, at.calls().deadline(timing.call()), options);
        PayPort port = port(at.provider().pay());
        return OutcomeGuard.change(
                call,
                Refusals.CREDENTIALS,
                () -> PaymentRules.afterPay(payment, port.pay(call, payment)),
                PaymentOutcome.Unknown::new);
    }

    PaymentOutcome status(Payment payment) {
        Providers.Instance at = providers.of(payment.provider());
        PaymentOutcome outcome = ask(at, payment);
        Optional<StatusPolling> polling = polling(at, payment);
        return polling.isPresent()
                ? PaymentRules.afterStatus(payment, outcome, polling.get(), time.now())
                : outcome;
    }

    private PaymentOutcome ask(Providers.Instance at, Payment payment) {
        StatusPort port = existing(at, at.provider().status(), "be asked about payments");
        return at.questions()
                .ask(
                        Operation.STATUS,
                        call -> PaymentRules.sameAmount(payment, port.status(call, payment)));
    }

    /**
     * "Not found" stays what it is here, however old the payment: a provider that has just reported
     * it does know it.
     */
    PaymentOutcome confirm(Payment payment, PaymentReported reported) {
        if (!payment.reference().equals(reported.paymentReference())
                || !payment.provider().equals(reported.provider())) {
            throw new DompetException.InvalidRequest(
                    payment.provider(),
                    "the notification is about payment %s of %s, not about payment %s"
                            .formatted(
                                    reported.paymentReference(),
                                    reported.provider(),
                                    payment.reference()));
        }
        if (reported.amount().filter(amount -> !amount.equals(payment.amount())).isPresent()) {
            return PaymentRules.amountDiffers(payment, reported.amount().get().toString());
        }
        return reported.signed()
                ? PaymentRules.sameAmount(payment, reported.reported())
                : ask(providers.of(payment.provider()), payment);
    }

    ReturnHint hint(Payment payment, String returnedTo) {
        Providers.Instance at = providers.of(payment.provider());
        PayPort port = existing(at, at.provider().pay(), "charge wallets");
        try {
            return port.returned(payment, Parameters.ofReturn(returnedTo));
        } catch (Parameters.Unreadable e) {
            return ReturnHint.nothing();
        }
    }

    RefundOutcome refund(Refund refund) {
        Payment payment = refund.payment();
        Providers.Instance at =
                providers.of(payment.provider(), payment.wallet(), Capability.REFUND);
        RefundPort port = port(at.provider().refund());
        HttpCall call = at.calls().start(Operation.REFUND, timing.call());
        return OutcomeGuard.change(
                call,
                Refusals.CREDENTIALS,
                () -> PaymentRules.afterRefund(refund, port.refund(call, refund)),
                RefundOutcome.Unknown::new);
    }

    RefundOutcome refundStatus(Refund refund) {
        Providers.Instance at = providers.of(refund.payment().provider());
        RefundPort port = existing(at, at.provider().refund(), "be asked about refunds");
        return at.questions()
                .ask(
                        Operation.REFUND_STATUS,
                        call -> PaymentRules.sameAmount(refund, port.refundStatus(call, refund)));
    }

    private void refuseTooOld(Providers.Instance at, Payment payment) {
        if (polling(at, payment)
                .filter(polling -> PaymentRules.isTooOldToSend(payment, polling, time.now()))
                .isPresent()) {
            throw new DompetException.InvalidRequest(
                    at.id(),
                    "payment %s was made at %s, too long ago to be sent now: make it anew, with the"
                                    .formatted(payment.reference(), payment.createdAt())
                            + " same reference if it was never sent");
        }
    }

    private static Capability capability(Payment payment) {
        return switch (payment.kind()) {
            case LINKED -> Capability.PAY_LINKED;
            case UNATTENDED -> Capability.PAY_UNATTENDED;
            case REDIRECT -> Capability.PAY_REDIRECT;
        };
    }

    private static Optional<StatusPolling> polling(Providers.Instance at, Payment payment) {
        return at.profile().support(payment.wallet()).map(WalletSupport::statusPolling);
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
