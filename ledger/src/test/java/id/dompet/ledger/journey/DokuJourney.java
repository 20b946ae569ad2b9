package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.Dompet;
import id.dompet.ledger.AtOnce;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundState;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuChannel;
import id.dompet.testkit.doku.DokuNotification;
import id.dompet.testkit.doku.DokuOperation;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a merchant lives through with DOKU and the ledger; the same on every database. */
abstract class DokuJourney {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private DokuShop shop;

    abstract DataSource source();

    @BeforeEach
    void open() {
        shop = DokuShop.open(source());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private PaymentState stateOf(Payment payment) {
        return shop.ledger.find(payment.reference()).orElseThrow().state();
    }

    private void confirm(LedgerPayment paying) {
        var awaiting = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
        assertThat(shop.doku.customer().confirm(awaiting.action())).isNotNull();
    }

    private DokuNotification notificationOf(Payment payment) {
        return shop.doku.notifications().messagesOf(payment.reference()).get(0);
    }

    @Test
    void aNotificationOverHttpIsAppliedOnceHoweverOftenItComes() {
        Payment payment = shop.payment(shop.link(), 25_000);
        confirm(shop.ledger.pay(payment));
        for (int delivery = 0; delivery < 3; delivery++) {
            assertThat(shop.doku.notifications().deliver(notificationOf(payment)).accepted())
                    .isTrue();
        }
        assertThat(shop.deliverAll()).isEqualTo(2);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(PaymentState.AWAITING_CUSTOMER, PaymentState.PAID);
    }

    @Test
    void aWalletThatIsNotLinkedIsPaidInItsAppAndRefunded() {
        Payment payment = shop.redirect(new Wallet("DANA"), 30_000);
        confirm(shop.ledger.pay(payment));
        shop.later(LONG_ENOUGH);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PAID);
        assertThat(shop.ledger.refund(shop.refund(payment, 30_000)).state())
                .isEqualTo(RefundState.REFUNDED);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.REVERSED);
        assertThat(shop.doku.ledger().chargedFor(payment.reference())).isZero();
    }

    @Test
    void aLostAnswerIsSettledByANotificationToo() {
        Payment payment = shop.payment(shop.link(), 25_000);
        shop.doku.faults().next(DokuOperation.PAYMENT, Fault.connectionReset().afterEffect());
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(shop.doku.settle(payment.reference())).isTrue();
        assertThat(shop.doku.notifications().deliver(notificationOf(payment)).accepted()).isTrue();
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PAID);
        assertThat(shop.doku.journal().count(DokuOperation.PAYMENT)).isEqualTo(1);
    }

    @Test
    void aLinkThatAChargeFindsDeadEndsAndNothingIsSentThroughItAnyMore() {
        Binding binding = shop.link();
        Payment payment = shop.payment(binding, 25_000);
        shop.doku.wallet(DokuChannel.OVO, "081234567890").unlinkInApp();
        LedgerPayment declined = shop.ledger.pay(payment);
        assertThat(declined.state()).isEqualTo(PaymentState.DECLINED);
        assertThat(shop.ledger.binding(binding.id())).isEmpty();
        assertThat(shop.ledger.bindings(binding.customerReference())).isEmpty();
        int before = shop.doku.journal().entries().size();
        Payment next = shop.payment(binding, 30_000);
        assertThatThrownBy(() -> shop.another().pay(next))
                .isInstanceOf(DompetException.BindingUnusable.class)
                .hasMessageContaining(next.reference() + " goes through has ended, so nothing was");
        assertThat(shop.ledger.find(next.reference())).as("not even written down").isEmpty();
        assertThat(shop.ledger.pay(payment)).as("how it stands").isEqualTo(declined);
        assertThat(shop.doku.journal().entries()).as("nothing was asked").hasSize(before);
        assertThat(shop.deliverAll()).isEqualTo(1);
        assertThat(shop.heard.get(0).payment().binding()).contains(binding);
        Payment anew = shop.payment(shop.link(), 30_000);
        assertThat(shop.ledger.pay(anew).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
    }

    @Test
    void aLinkThatWasNeverInTheLedgerIsNotTakenForOneThatEnded() {
        Binding stranger =
                new Binding(
                        "from-another-database",
                        DokuShop.DOKU,
                        Wallet.OVO,
                        Backend.BUDI.reference(),
                        shop.clock.instant());
        assertThatThrownBy(() -> shop.ledger.unbind(stranger))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("is not in the ledger");
        assertThat(shop.doku.journal().count(DokuOperation.ACCOUNT_UNBINDING)).isZero();
    }

    @Test
    void twoProcessesRenewTheMerchantsTokenOnce() throws Exception {
        Payment payment = shop.payment(shop.link(), 25_000);
        confirm(shop.ledger.pay(payment));
        int before = shop.doku.journal().count(DokuOperation.TOKEN_B2B);
        Instant unused = shop.clock.advance(Duration.ofMinutes(20));
        try (Dompet other = shop.anotherFacade()) {
            AtOnce.by(
                    16,
                    worker -> {
                        Dompet through = worker % 2 == 0 ? shop.dompet : other;
                        assertThat(through.status(payment).state())
                                .isEqualTo(PaymentOutcome.State.PAID);
                    });
        }
        assertThat(shop.doku.journal().count(DokuOperation.TOKEN_B2B)).isEqualTo(before + 1);
    }
}
