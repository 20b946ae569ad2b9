package id.dompet.testkit.scripted;

import id.dompet.Dompet;
import id.dompet.NotificationHandler;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Refund;
import id.dompet.model.Wallet;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merchant with one customer and a small table of orders. */
final class Orders implements NotificationHandler {
    static final URI RETURN = URI.create("https://shop.example/return");
    static final Customer BUDI =
            Customer.of("budi", "Budi", "budi@mail.example", PhoneNumber.of("081234567890"));

    final List<PaymentOutcome> heard = new ArrayList<>();
    final List<Notification.Event.BindFinished> linked = new ArrayList<>();
    private final ScriptedProvider provider;
    private final Dompet dompet;
    private final Map<String, Payment> payments = new HashMap<>();
    private @Nullable Binding ovo;

    Orders(ScriptedProvider provider, Dompet dompet) {
        this.provider = provider;
        this.dompet = dompet;
    }

    Binding ovo() {
        if (ovo == null) {
            ovo = provider.link(dompet, Wallet.OVO, BUDI);
        }
        return ovo;
    }

    BindOutcome bind(String reference) {
        return dompet.bind(new BindRequest(reference, Wallet.OVO, BUDI, RETURN));
    }

    Payment linked(String reference) {
        Payment payment =
                Payment.linked(
                        reference,
                        ovo(),
                        BUDI,
                        Money.idr(25_000),
                        "Two coffees",
                        RETURN,
                        provider.clock().instant());
        payments.put(reference, payment);
        return payment;
    }

    Refund refund(String reference, Payment payment, long rupiah) {
        return new Refund(
                reference, payment, Money.idr(rupiah), "Cold", provider.clock().instant());
    }

    @Override
    public Optional<Payment> find(String paymentReference) {
        return Optional.ofNullable(payments.get(paymentReference));
    }

    @Override
    public void paymentChanged(
            Payment payment, PaymentOutcome outcome, Notification.Verified notification) {
        heard.add(outcome);
    }

    @Override
    public void bindFinished(Notification.Event.BindFinished finished) {
        linked.add(finished);
    }
}
