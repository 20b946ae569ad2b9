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
import id.dompet.model.ProviderId;
import java.util.Optional;
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

    Notification open(ProviderId provider, InboundRequest inbound) {
        Providers.Instance at = providers.of(provider);
        if (at.provider().notifications().isEmpty()) {
            throw new DompetException.Unsupported(provider, "does not declare NOTIFY");
        }
        HttpCall call = at.calls().start(Operation.NOTIFICATION, timing.question());
        return OutcomeGuard.question(
                call, () -> port(at.provider().notifications()).open(call, inbound));
    }

    HttpResponse receive(ProviderId provider, InboundRequest inbound, NotificationHandler handler) {
        Notification notification = open(provider, inbound);
        if (notification instanceof Notification.Handshake handshake) {
            return handshake.reply();
        }
        if (notification instanceof Notification.Rejected rejected) {
            LOG.warn("{}: notification rejected: {}", provider, rejected.why());
            return rejected.reply();
        }
        Notification.Verified verified = (Notification.Verified) notification;
        return handOver(provider, verified.event(), handler)
                ? verified.accept()
                : verified.retryLater();
    }

    /** Whether it is safe to acknowledge. */
    private boolean handOver(ProviderId provider, Event event, NotificationHandler handler) {
        try {
            if (event instanceof Event.PaymentReported reported) {
                return handOverPayment(provider, reported, handler);
            }
            if (event instanceof Event.BindFinished finished) {
                handler.bindFinished(finished.wallet(), finished.customerReference());
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
            ProviderId provider, Event.PaymentReported reported, NotificationHandler handler) {
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
        handler.paymentChanged(payment.get(), payments.confirm(payment.get(), reported));
        return true;
    }
}
