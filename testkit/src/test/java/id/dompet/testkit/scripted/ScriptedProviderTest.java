package id.dompet.testkit.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.dompet.Dompet;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.RefundOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.AdjustableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is scripted happens when it should, and the truth can be found out. */
class ScriptedProviderTest {
    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    private final ScriptedProvider provider = ScriptedProvider.named("duitku", clock);
    private final CredentialStore store = CredentialStore.inMemory();
    private final Dompet dompet = provider.builder().credentials(store).open();
    private final Orders orders = new Orders(provider, dompet);

    @AfterEach
    void close() {
        dompet.close();
    }

    private PaymentOutcome.State status(Payment payment) {
        return dompet.status(payment).state();
    }

    @Test
    void aPaymentThatIsPaidLater() {
        provider.nextPayment().isPaidAfter(Duration.ofMinutes(3));
        Payment order = orders.linked("order-1");
        assertThat(dompet.pay(order).state()).isEqualTo(PaymentOutcome.State.PROCESSING);
        Instant paidAt = clock.instant().plus(Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(2));
        provider.payment("order-1").assertNotCharged();
        clock.advance(Duration.ofMinutes(2));
        assertThat(dompet.status(order))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Paid.class, paid -> assertThat(paid.at()).isEqualTo(paidAt));
        provider.payment("order-1").assertChargedOnce(Money.idr(25_000));
    }

    @Test
    void aRequestThatIsHeldUpArrivesAfterAll() {
        provider.nextPayment().arrivesAfter(Duration.ofMinutes(5));
        Payment order = orders.linked("order-1");
        assertThat(dompet.pay(order).state()).isEqualTo(PaymentOutcome.State.UNKNOWN);
        assertThat(status(order)).isEqualTo(PaymentOutcome.State.NOT_FOUND);
        clock.advance(Duration.ofMinutes(5));
        assertThat(status(order)).isEqualTo(PaymentOutcome.State.PAID);
    }

    @Test
    void aRequestThatNeverArrivesIsGivenUpByTheFacade() {
        provider.nextPayment().neverArrives();
        Payment order = orders.linked("order-1");
        dompet.pay(order);
        clock.advance(Duration.ofMinutes(45));
        assertThat(dompet.status(order))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined ->
                                assertThat(declined.decline().reason())
                                        .isEqualTo(Decline.Reason.NEVER_ARRIVED));
        provider.payment("order-1").becomesPaid(); // and yet
        assertThat(status(order)).isEqualTo(PaymentOutcome.State.PAID);
    }

    @Test
    void aCustomerConfirmsCancelsOrComesTooLate() {
        provider.nextPayment().waitsForTheCustomer();
        provider.nextPayment().waitsForTheCustomer();
        provider.nextPayment().waitsForTheCustomer();
        Payment first = orders.linked("order-1");
        Payment second = orders.linked("order-2");
        Payment third = orders.linked("order-3");
        var one = (PaymentOutcome.AwaitingCustomer) dompet.pay(first);
        var two = (PaymentOutcome.AwaitingCustomer) dompet.pay(second);
        var three = (PaymentOutcome.AwaitingCustomer) dompet.pay(third);
        String back = provider.customer().confirm(one.action()).toString();
        assertThat(dompet.returnHint(first, back).appearance())
                .isEqualTo(ReturnHint.Appearance.SUCCESS);
        assertThat(dompet.returnHint(second, back).appearance())
                .isEqualTo(ReturnHint.Appearance.NOTHING);
        back = provider.customer().cancel(two.action()).toString();
        assertThat(dompet.returnHint(second, back).appearance())
                .isEqualTo(ReturnHint.Appearance.FAILED);
        clock.set(three.until().orElseThrow());
        assertThat(status(first)).isEqualTo(PaymentOutcome.State.PAID);
        assertThat(status(second)).isEqualTo(PaymentOutcome.State.DECLINED);
        assertThat(dompet.status(third))
                .hasToString(
                        "Declined[decline=Decline[reason=CUSTOMER_TOO_LATE, providerCode=scripted,"
                                + " providerMessage=declined, as the test wanted]]");
        assertThatThrownBy(() -> provider.customer().confirm(three.action()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order-3 is DECLINED");
        assertThatThrownBy(() -> provider.customer().confirm(Orders.RETURN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFacadeComparesAmounts() {
        provider.nextPayment().isPaidWithAnotherAmount(Money.idr(1));
        PaymentOutcome outcome = dompet.pay(orders.linked("order-1"));
        assertThat(((PaymentOutcome.Unknown) outcome).cause())
                .isEqualTo(UnknownCause.AMOUNT_DIFFERS);
        provider.nextPayment().answers(new PaymentOutcome.NotFound());
        assertThat(((PaymentOutcome.Unknown) dompet.pay(orders.linked("order-2"))).cause())
                .isEqualTo(UnknownCause.PROVIDER_FAULT);
    }

    @Test
    void aMerchantWhoSendsTwiceChargesTwiceAndFindsOut() {
        provider.nextPayment().answerIsLost().isPaid();
        Payment order = orders.linked("order-1");
        dompet.pay(order);
        dompet.pay(order);
        assertThat(provider.payment("order-1").timesSent()).isEqualTo(2);
        assertThatThrownBy(provider::assertNothingChargedTwice)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("order-1=2");
        assertThatThrownBy(() -> provider.payment("order-1").assertChargedOnce(Money.idr(25_000)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sent 2 time(s)");
        assertThatThrownBy(() -> provider.payment("order-1").assertNotCharged())
                .isInstanceOf(AssertionError.class);
        assertThat(provider.payment("order-1").charged()).contains(Money.idr(50_000));
    }

    @Test
    void aSecondRequestAfterALostOneIsSeenThoughItWasChargedOnce() {
        provider.nextPayment().neverArrives();
        Payment order = orders.linked("order-1");
        dompet.pay(order);
        dompet.pay(order);
        assertThatCode(provider::assertNothingChargedTwice).doesNotThrowAnyException();
        assertThatThrownBy(() -> provider.payment("order-1").assertChargedOnce(Money.idr(25_000)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void moneyGoesBackOnceAndNeverTooMuch() {
        Payment order = orders.linked("order-1");
        dompet.pay(order);
        provider.nextRefund().isRefundedAfter(Duration.ofHours(1));
        RefundOutcome begun = dompet.refund(orders.refund("refund-1", order, 20_000));
        assertThat(begun.state()).isEqualTo(RefundOutcome.State.PROCESSING);
        clock.advance(Duration.ofHours(1));
        assertThat(dompet.refundStatus(orders.refund("refund-1", order, 20_000)).state())
                .isEqualTo(RefundOutcome.State.REFUNDED);
        assertThat(status(order)).isEqualTo(PaymentOutcome.State.PAID);
        assertThat(dompet.refund(orders.refund("refund-2", order, 6_000)).state())
                .isEqualTo(RefundOutcome.State.DECLINED);
        provider.nextRefund().answerIsLost().isRefunded();
        assertThat(dompet.refund(orders.refund("refund-3", order, 5_000)).state())
                .isEqualTo(RefundOutcome.State.UNKNOWN);
        assertThat(status(order)).isEqualTo(PaymentOutcome.State.REVERSED);
        assertThat(provider.payment("order-1").charged()).contains(Money.idr(0));
        provider.nextRefund().isRefundedWithAnotherAmount(Money.idr(1));
        Payment other = orders.linked("order-2");
        dompet.pay(other);
        assertThat(dompet.refund(orders.refund("refund-4", other, 2)).state())
                .isEqualTo(RefundOutcome.State.UNKNOWN);
    }

    @Test
    void aNotificationTellsTheTruthAsOftenAsItIsDelivered() {
        provider.nextPayment().answerIsLost().isPaid();
        dompet.pay(orders.linked("order-1"));
        ScriptedNotification paid = provider.paymentNotification("order-1");
        assertThat(paid.deliverTo(dompet, orders).status()).isEqualTo(200);
        assertThat(paid.deliverTo(dompet, orders).status()).isEqualTo(200);
        assertThat(orders.heard)
                .extracting(PaymentOutcome::state)
                .containsExactly(PaymentOutcome.State.PAID, PaymentOutcome.State.PAID);
        assertThat(read(paid)).isEqualTo(read(paid));
    }

    private Notification read(ScriptedNotification notification) {
        return dompet.read(provider.id(), notification.request());
    }

    @Test
    void forgeriesAndAlteredOnesAreRefused() {
        provider.nextPayment().staysPending();
        dompet.pay(orders.linked("order-1"));
        ScriptedNotification claim =
                provider.paymentNotification("order-1").claiming(PaymentOutcome.State.PAID);
        HttpResponse answer = claim.forged().deliverTo(dompet, orders);
        assertThat(answer.status()).isEqualTo(401);
        InboundRequest genuine = claim.request();
        InboundRequest altered =
                InboundRequest.of(
                        genuine.method(),
                        genuine.target(),
                        genuine.headers(),
                        genuine.body()
                                .text()
                                .replace("order-1", "order-2")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(dompet.receive(provider.id(), altered, orders).status()).isEqualTo(401);
        assertThat(orders.heard).isEmpty();
    }

    @Test
    void whatNoSignatureCoversIsAskedAbout() {
        provider.nextPayment().staysPending();
        dompet.pay(orders.linked("order-1"));
        ScriptedNotification lie =
                provider.paymentNotification("order-1")
                        .claiming(PaymentOutcome.State.PAID)
                        .withResultUnsigned();
        assertThat(lie.deliverTo(dompet, orders).status()).isEqualTo(503);
        assertThat(orders.heard)
                .extracting(PaymentOutcome::state)
                .containsExactly(PaymentOutcome.State.PROCESSING);
        provider.payment("order-1").becomesPaid();
        assertThat(lie.deliverTo(dompet, orders).status()).isEqualTo(200);
    }

    @Test
    void notificationsOfEveryKind() {
        provider.nextBind().waitsForTheCustomer();
        var linking = (BindOutcome.AwaitingCustomer) orders.bind("link-1");
        provider.linkNotification(linking.attempt()).deliverTo(dompet, orders);
        assertThat(orders.linked).hasSize(1);
        assertThat(read(provider.handshake())).isInstanceOf(Notification.Handshake.class);
        assertThat(((Notification.Verified) read(provider.unheardOfNotification())).event())
                .isInstanceOf(Notification.Event.Unrecognised.class);
        assertThat(provider.handshake().deliverTo(dompet, orders).status()).isEqualTo(200);
        dompet.pay(orders.linked("order-1"));
        ScriptedNotification otherAmount =
                provider.paymentNotification("order-1").about(Money.idr(1));
        assertThat(otherAmount.deliverTo(dompet, orders).status()).isEqualTo(200);
        assertThat(orders.heard).singleElement().isInstanceOf(PaymentOutcome.Unknown.class);
        assertThatThrownBy(() -> provider.paymentNotification("order-9"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no payment order-9 was sent to duitku");
    }

    @Test
    void aNotificationReachesTheMerchantsServerOverHttp() throws Exception {
        dompet.pay(orders.linked("order-1"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/notify/duitku",
                exchange -> {
                    HttpResponse reply =
                            dompet.receive(
                                    new ProviderId("duitku"),
                                    InboundRequest.of(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI().toString(),
                                            exchange.getRequestHeaders(),
                                            exchange.getRequestBody().readAllBytes()),
                                    orders);
                    exchange.sendResponseHeaders(reply.status(), reply.body().size());
                    exchange.getResponseBody().write(reply.body().bytes());
                    exchange.close();
                });
        server.start();
        try {
            URI address =
                    URI.create(
                            "http://localhost:" + server.getAddress().getPort() + "/notify/duitku");
            var result = provider.paymentNotification("order-1").postTo(address);
            assertThat(result.status()).hasValue(200);
            assertThat(result.body()).isEqualTo("OK");
            assertThat(provider.paymentNotification("order-1").forged().postTo(address).status())
                    .hasValue(401);
        } finally {
            server.stop(0);
        }
        assertThat(orders.heard).hasSize(1);
    }

    @Test
    void linksEndHereAndThere() {
        var ovo = orders.ovo();
        provider.customer().unlinkInApp(ovo);
        assertThatThrownBy(() -> dompet.balance(ovo))
                .isInstanceOf(DompetException.BindingUnusable.class);
        assertThat(dompet.pay(orders.linked("order-1")))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined ->
                                assertThat(declined.decline().reason())
                                        .isEqualTo(Decline.Reason.BINDING_INVALID));
        var second = provider.link(dompet, Wallet.DANA, Orders.BUDI);
        provider.nextUnbind().neverArrives();
        dompet.unbind(second);
        assertThatCode(() -> dompet.balance(second)).doesNotThrowAnyException();
        dompet.unbind(second);
        assertThat(store.find(new CredentialStore.Key(provider.id(), second.id()))).isEmpty();
        assertThatThrownBy(() -> dompet.balance(second))
                .isInstanceOf(DompetException.BindingUnusable.class)
                .hasMessageContaining("credential store has nothing");
    }

    @Test
    void twoProvidersStandSideBySide() {
        ScriptedProvider doku = ScriptedProvider.named("doku", clock);
        try (Dompet both =
                Dompet.builder(provider.config(doku).with(Map.of("dompet.route.default", "doku")))
                        .credentials(store)
                        .time(clock.timeSource())
                        .plugin(provider.plugin())
                        .plugin(doku.plugin())
                        .open()) {
            assertThat(both.route(Wallet.OVO, Capability.BIND)).isEqualTo(doku.id());
            both.pay(orders.linked("order-1")); // linked when everything went to duitku
            provider.payment("order-1").assertChargedOnce(Money.idr(25_000));
            assertThat(doku.movements()).isEmpty();
        }
    }

    @Test
    void whatWasScriptedForNothingIsFoundOut() {
        provider.nextPayment().isDeclined(Decline.Reason.RISK);
        provider.nextStatus().isUnavailable();
        assertThatThrownBy(provider::assertEveryScriptWasPlayed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 x pay")
                .hasMessageContaining("1 x status");
        Payment order = orders.linked("order-1");
        dompet.pay(order);
        assertThatThrownBy(() -> dompet.status(order))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThatCode(provider::assertEveryScriptWasPlayed).doesNotThrowAnyException();
    }

    @Test
    void theLastWordOfAScriptCounts() {
        provider.nextPayment()
                .isUnavailable()
                .isDeclined(Decline.Reason.RISK)
                .isPaidAfter(Duration.ofMinutes(1));
        assertThat(dompet.pay(orders.linked("order-1")).state())
                .isEqualTo(PaymentOutcome.State.PROCESSING);
        provider.nextPayment().isReversedAfter(Duration.ofDays(1));
        Payment second = orders.linked("order-2");
        assertThat(dompet.pay(second).state()).isEqualTo(PaymentOutcome.State.PAID);
        clock.advance(Duration.ofDays(1));
        assertThat(status(second)).isEqualTo(PaymentOutcome.State.REVERSED);
        assertThat(provider.payment("order-2").charged()).contains(Money.idr(0));
        provider.nextPayment().isDeclinedAfter(Duration.ofMinutes(1), Decline.Reason.RISK);
        Payment third = orders.linked("order-3");
        dompet.pay(third);
        clock.advance(Duration.ofMinutes(1));
        assertThat(status(third)).isEqualTo(PaymentOutcome.State.DECLINED);
        provider.payment("order-3").assertNotCharged();
    }
}
