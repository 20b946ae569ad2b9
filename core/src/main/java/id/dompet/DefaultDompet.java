package id.dompet;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Balance;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindNotice;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The facade: hands each verb to the part that does it. */
final class DefaultDompet implements Dompet {
    private final Providers providers;
    private final Bindings bindings;
    private final Payments payments;
    private final Notifications notifications;
    private final Runnable closing;

    DefaultDompet(
            Providers providers,
            Bindings bindings,
            Payments payments,
            Notifications notifications,
            Runnable closing) {
        this.providers = providers;
        this.bindings = bindings;
        this.payments = payments;
        this.notifications = notifications;
        this.closing = closing;
    }

    @Override
    public BindOutcome bind(BindRequest request) {
        return bindings.bind(request);
    }

    @Override
    public BindOutcome completeBind(BindAttempt attempt, String returnedTo) {
        return bindings.complete(attempt, returnedTo);
    }

    @Override
    public BindOutcome completeBind(BindAttempt attempt) {
        return bindings.completeByNotification(attempt);
    }

    @Override
    public Optional<UnbindNotice> unbindNotice(
            Binding binding, Locale language, String partnerName) {
        return UnbindNotice.of(binding.wallet(), language, partnerName);
    }

    @Override
    public UnbindOutcome unbind(Binding binding) {
        return bindings.unbind(binding);
    }

    @Override
    public Balance balance(Binding binding) {
        return bindings.balance(binding);
    }

    @Override
    public List<TopUpInstruction> topUpInstructions(Binding binding) {
        return bindings.topUpInstructions(binding);
    }

    @Override
    public PaymentOutcome pay(Payment payment, List<? extends PaymentOption> options) {
        return payments.pay(payment, options);
    }

    @Override
    public PaymentOutcome status(Payment payment) {
        return payments.status(payment);
    }

    @Override
    public ReturnHint returnHint(Payment payment, String returnedTo) {
        return payments.hint(payment, returnedTo);
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        return payments.refund(refund);
    }

    @Override
    public RefundOutcome refundStatus(Refund refund) {
        return payments.refundStatus(refund);
    }

    @Override
    public HttpResponse receive(
            ProviderId provider, InboundRequest inbound, NotificationHandler handler) {
        return notifications.receive(provider, inbound, handler);
    }

    @Override
    public Notification read(ProviderId provider, InboundRequest inbound) {
        return notifications.read(provider, inbound);
    }

    @Override
    public PaymentOutcome confirm(Payment payment, Notification.Event.PaymentReported reported) {
        return payments.confirm(payment, reported);
    }

    @Override
    public ProviderId route(Wallet wallet, Capability capability) {
        return providers.route(wallet, capability).id();
    }

    @Override
    public Map<ProviderId, ProviderProfile> providers() {
        return providers.profiles();
    }

    @Override
    public void close() {
        closing.run();
    }

    @Override
    public String toString() {
        return "Dompet" + providers.profiles().keySet();
    }
}
