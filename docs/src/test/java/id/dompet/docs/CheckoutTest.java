package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.Dompet;
import id.dompet.http.InboundRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.scripted.ScriptedNotification;
import id.dompet.testkit.scripted.ScriptedProvider;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How a merchant tests the part of a backend that speaks to Dompet: here the one of the quickstart.
 */
class CheckoutTest {
    private static final URI RETURN = URI.create("https://shop.example/return");
    private static final Customer BUDI =
            Customer.of("cust-1", "Budi", "budi@mail.example", PhoneNumber.of("081234567890"));

    // snippet: start
    private final ScriptedProvider provider = ScriptedProvider.named("duitku");
    private final Dompet dompet = provider.open(); // the real facade
    private final Shop shop = new Shop(dompet); // your backend

    @AfterEach
    void close() {
        dompet.close();
        provider.assertEveryScriptWasPlayed();
        provider.assertNothingChargedTwice();
    }

    // end

    private Payment order(String reference) {
        Binding ovo = provider.link(dompet, Wallet.OVO, BUDI);
        return Payment.linked(
                reference,
                ovo,
                BUDI,
                Money.idr(25_000),
                "Two coffees",
                RETURN,
                provider.clock().instant());
    }

    // snippet: declined
    @Test
    void aDeclinedPaymentIsNotDelivered() {
        provider.nextPayment().isDeclined(Decline.Reason.INSUFFICIENT_FUNDS);
        Payment order = order("order-1");
        shop.pay(order);
        assertThat(shop.nextStep(order)).startsWith("tell the customer");
        provider.payment("order-1").assertNotCharged();
    }

    // end

    // snippet: unknown
    @Test
    void aLostAnswerIsAskedAboutAndNotSentAgain() {
        provider.nextPayment().answerIsLost().isPaidAfter(Duration.ofMinutes(3));
        Payment order = order("order-1");
        shop.pay(order);
        assertThat(shop.nextStep(order)).startsWith("wait");

        provider.clock().advance(Duration.ofMinutes(5));
        shop.apply(order, dompet.status(order)); // what your reconciliation does
        assertThat(shop.nextStep(order)).isEqualTo("deliver, once");
        provider.payment("order-1").assertChargedOnce(Money.idr(25_000));
    }

    // end

    // snippet: customer
    @Test
    void aCustomerWhoNeverComesBackIsNotCharged() {
        provider.nextPayment().waitsForTheCustomer();
        Payment order = order("order-1");
        var waiting = (PaymentOutcome.AwaitingCustomer) shop.pay(order);
        assertThat(shop.nextStep(order)).startsWith("send the customer");

        provider.clock().set(waiting.until().orElseThrow());
        shop.apply(order, dompet.status(order));
        assertThat(shop.nextStep(order)).startsWith("tell the customer");
        provider.payment("order-1").assertNotCharged();
    }

    // end

    // snippet: notifications
    @Test
    void aNotificationMayComeTwiceAndMayBeForged() {
        provider.nextPayment().staysPending();
        Payment order = order("order-1");
        shop.pay(order);

        ScriptedNotification claim =
                provider.paymentNotification("order-1").claiming(PaymentOutcome.State.PAID);
        assertThat(post(claim.forged())).isEqualTo(401);
        assertThat(shop.nextStep(order)).startsWith("wait");

        provider.payment("order-1").becomesPaid();
        ScriptedNotification paid = provider.paymentNotification("order-1");
        assertThat(post(paid)).isEqualTo(200);
        assertThat(post(paid)).isEqualTo(200);
        assertThat(shop.nextStep(order)).isEqualTo("deliver, once");
    }

    private int post(ScriptedNotification notification) { // or notification.postTo(yourServer)
        InboundRequest request = notification.request();
        return shop.notified(request.headers(), request.body().bytes()).status();
    }

    // end

    // snippet: linking
    @Test
    void aCustomerWhoCancelsIsNotLinked() {
        provider.nextBind().waitsForTheCustomer();
        URI page = shop.link("link-1", Wallet.OVO, BUDI, RETURN);
        URI cameBack = provider.customer().cancel(page);
        assertThat(shop.linked("cust-1", cameBack.toString())).isEmpty();
    }

    // end
}
