package id.dompet;

import static id.dompet.Providers.port;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.internal.config.CheckedConfig.Timing;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Operation;
import id.dompet.internal.operation.OutcomeGuard;
import id.dompet.model.DompetException;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verify, compare, confirm, hand over, acknowledge. Thread-safe. */
final class Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private final Providers providers;
    private final Payments payments;
    private final Timing timing;

    Notifications(Providers providers, Payments payments, Timing timing) {
        this.providers = providers;
        this.payments = payments;
        this.timing = timing;
    }

    Notification read(ProviderId provider, InboundRequest inbound) {
        Providers.Instance at = providers.of(provider);
        if (at.provider().notifications().isEmpty()) {
            throw new DompetException.Unsupported(provider, "does not declare NOTIFY");
        }
        HttpCall call = at.calls().start(Operation.NOTIFICATION, timing.question());
        return OutcomeGuard.question(
                call, () -> own(at, port(at.provider().notifications()).open(call, inbound)));
    }

    /** An event that names another provider would be believed for another provider's payment. */
    private static @Nullable Notification own(
            Providers.Instance at, @Nullable Notification notification) {
        if (notification instanceof Notification.Verified verified
                && !verified.event().provider().equals(at.id())) {
            throw new DompetException.ProviderFault(
                    at.id(),
                    "the provider module names " + verified.event().provider() + " in its event",
                    null);
        }
        return notification;
    }

    HttpResponse receive(ProviderId provider, InboundRequest inbound, NotificationHandler handler) {
        Notification notification = read(provider, inbound);
        if (notification instanceof Notification.Handshake handshake) {
            return handshake.reply();
        }
        if (notification instanceof Notification.Rejected rejected) {
            LOG.warn("{}: notification rejected: {}", provider, rejected.why());
            return rejected.reply();
        }
        Notification.Verified verified = (Notification.Verified) notification;
        return handOver(provider, verified, handler) ? verified.accept() : verified.retryLater();
    }

    /** Whether it is safe to acknowledge. */
    private boolean handOver(
            ProviderId provider, Notification.Verified verified, NotificationHandler handler) {
        Event event = verified.event();
        try {
            if (event instanceof Event.PaymentReported reported) {
                return handOverPayment(provider, verified, reported, handler);
            }
            if (event instanceof Event.BindFinished finished) {
                handler.bindFinished(finished);
                return true;
            }
            LOG.info("{}: notification of a kind that is new to us: {}", provider, event);
            return true;
        } catch (DompetException e) {
            LOG.warn("{}: event {} is not acknowledged: {}", provider, event.id(), e.getMessage());
            return false;
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{}: the handler failed; event {} is not acknowledged",
                    provider,
                    event.id(),
                    e);
            if (e instanceof VirtualMachineError failure) {
                throw failure;
            }
            return false;
        }
    }

    private boolean handOverPayment(
            ProviderId provider,
            Notification.Verified verified,
            Event.PaymentReported reported,
            NotificationHandler handler) {
        Optional<Payment> payment = handler.find(reported.paymentReference());
        if (payment.isEmpty()) {
            LOG.warn(
                    "{}: a notification about payment {}, which the merchant does not know (yet)",
                    provider,
                    reported.paymentReference());
            return false;
        }
        if (!payment.get().provider().equals(provider)) {
            LOG.error(
                    "{}: a notification about payment {}, which went to {}",
                    provider,
                    reported.paymentReference(),
                    payment.get().provider());
            return false;
        }
        PaymentOutcome outcome = payments.confirm(payment.get(), reported);
        handler.paymentChanged(payment.get(), outcome, verified);
        // One that promised an end which nobody could confirm is wanted again: the merchant was
        // told to wait for it. A difference in the amount does not go away by waiting.
        boolean stillOpen = reported.reported().isFinal() && !outcome.isFinal();
        return !stillOpen || amountDiffers(outcome);
    }

    private static boolean amountDiffers(PaymentOutcome outcome) {
        return outcome instanceof PaymentOutcome.Unknown unknown
                && unknown.cause() == UnknownCause.AMOUNT_DIFFERS;
    }
}
