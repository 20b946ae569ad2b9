package id.dompet.sandbox.soak;

import id.dompet.Dompet;
import id.dompet.NotificationHandler;
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

/** The real library, but for what a subclass does otherwise. */
class DelegatingDompet implements Dompet {
    private final Dompet real;

    DelegatingDompet(Dompet real) {
        this.real = real;
    }

    @Override
    public BindOutcome bind(BindRequest request) {
        return real.bind(request);
    }

    @Override
    public BindOutcome completeBind(BindAttempt attempt, String returnedTo) {
        return real.completeBind(attempt, returnedTo);
    }

    @Override
    public BindOutcome completeBind(BindAttempt attempt) {
        return real.completeBind(attempt);
    }

    @Override
    public Optional<UnbindNotice> unbindNotice(Binding binding, Locale language, String partner) {
        return real.unbindNotice(binding, language, partner);
    }

    @Override
    public UnbindOutcome unbind(Binding binding) {
        return real.unbind(binding);
    }

    @Override
    public Balance balance(Binding binding) {
        return real.balance(binding);
    }

    @Override
    public List<TopUpInstruction> topUpInstructions(Binding binding) {
        return real.topUpInstructions(binding);
    }

    @Override
    public PaymentOutcome pay(Payment payment, List<? extends PaymentOption> options) {
        return real.pay(payment, options);
    }

    @Override
    public PaymentOutcome status(Payment payment) {
        return real.status(payment);
    }

    @Override
    public ReturnHint returnHint(Payment payment, String returnedTo) {
        return real.returnHint(payment, returnedTo);
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        return real.refund(refund);
    }

    @Override
    public RefundOutcome refundStatus(Refund refund) {
        return real.refundStatus(refund);
    }

    @Override
    public HttpResponse receive(
            ProviderId provider, InboundRequest inbound, NotificationHandler handler) {
        return real.receive(provider, inbound, handler);
    }

    @Override
    public Notification read(ProviderId provider, InboundRequest inbound) {
        return real.read(provider, inbound);
    }

    @Override
    public PaymentOutcome confirm(Payment payment, Notification.Event.PaymentReported reported) {
        return real.confirm(payment, reported);
    }

    @Override
    public ProviderId route(Wallet wallet, Capability capability) {
        return real.route(wallet, capability);
    }

    @Override
    public Map<ProviderId, ProviderProfile> providers() {
        return real.providers();
    }

    @Override
    public void close() {
        real.close();
    }
}
