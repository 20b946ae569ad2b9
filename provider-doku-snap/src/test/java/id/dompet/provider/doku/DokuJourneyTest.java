package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.Dompet;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuChannel;
import id.dompet.testkit.doku.DokuOperation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer and a merchant live through, against the simulator, in both generations. */
class DokuJourneyTest {
    @ParameterizedTest
    @ValueSource(strings = {"core-v1", "ovo-v1.0"})
    void anOvoWalletIsLinkedLookedUpChargedAndUnlinked(String api) {
        try (Journey journey = new Journey(api)) {
            journey.doku.wallet(DokuChannel.OVO, "081234567890").balance(100_000).points(500);
            Binding binding = journey.link(Wallet.OVO);
            assertThat(journey.dompet.balance(binding).cash()).isEqualTo(Money.idr(100_000));

            Payment payment = journey.payment(binding, 25_000);
            var paying = (PaymentOutcome.AwaitingCustomer) journey.dompet.pay(payment);
            assertThat(journey.dompet.status(payment).state())
                    .isEqualTo(PaymentOutcome.State.PROCESSING);
            journey.doku.customer().confirm(paying.action());
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.dompet.balance(binding).cash()).isEqualTo(Money.idr(75_000));
            assertThat(journey.doku.ledger().chargedFor(payment.reference())).isEqualTo(25_000);

            assertThat(journey.dompet.unbind(binding).state())
                    .isEqualTo(UnbindOutcome.State.UNBOUND);
            assertThatThrownBy(() -> journey.dompet.balance(binding))
                    .isInstanceOf(DompetException.BindingUnusable.class);
        }
    }

    @Test
    void aLinkIsUnderWayUntilTheCustomerHasFinished() {
        try (Journey journey = new Journey("core-v1")) {
            BindOutcome.AwaitingCustomer awaiting = journey.startLinking(Wallet.OVO);
            assertThat(journey.dompet.completeBind(awaiting.attempt()).state())
                    .isEqualTo(BindOutcome.State.PROCESSING);
            journey.doku.customer().confirm(awaiting.action());
            BindOutcome first = journey.dompet.completeBind(awaiting.attempt());
            assertThat(first.state()).isEqualTo(BindOutcome.State.BOUND);
            assertThat(journey.dompet.completeBind(awaiting.attempt())).isEqualTo(first);
        }
    }

    @Test
    void aPaymentWithoutTheCustomerIsMade() {
        try (Journey journey = new Journey("core-v1")) {
            Payment payment = journey.payment(journey.link(Wallet.OVO), 25_000).unattended();
            journey.dompet.pay(payment);
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.doku.ledger().chargedFor(payment.reference())).isEqualTo(25_000);
        }
    }

    @Test
    void moneyGoesBackInPartAndOnce() {
        try (Journey journey = new Journey("core-v1")) {
            Payment payment = journey.payment(journey.link(Wallet.OVO), 25_000);
            var paying = (PaymentOutcome.AwaitingCustomer) journey.dompet.pay(payment);
            journey.doku.customer().confirm(paying.action());
            Refund refund =
                    new Refund(
                            "refund-1", payment, Money.idr(5_000), "cold", journey.clock.instant());
            assertThat(journey.dompet.refund(refund).state())
                    .isEqualTo(RefundOutcome.State.REFUNDED);
            assertThat(journey.dompet.refundStatus(refund).state())
                    .isEqualTo(RefundOutcome.State.REFUNDED);
            assertThat(journey.dompet.status(payment).state())
                    .as("a part went back: it is still paid")
                    .isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.doku.ledger().refundedFor(payment.reference())).isEqualTo(5_000);
        }
    }

    @Test
    void tokensAreFetchedOnceAndAgainWhenTheyRunOut() {
        try (Journey journey = new Journey("core-v1")) {
            Binding binding = journey.link(Wallet.OVO);
            int before = journey.doku.journal().count(DokuOperation.TOKEN_B2B);
            assertThat(before).isEqualTo(1);
            journey.dompet.balance(binding);
            assertThat(journey.doku.journal().count(DokuOperation.TOKEN_B2B)).isEqualTo(1);
            journey.clock.advance(Duration.ofMinutes(16));
            journey.dompet.balance(binding);
            assertThat(journey.doku.journal().count(DokuOperation.TOKEN_B2B)).isEqualTo(2);
        }
    }

    @Test
    void twoProcessesOfOneMerchantShareATokenAndDoNotFightOverIt() {
        try (Journey journey = new Journey("core-v1");
                Dompet other = journey.open()) {
            Binding binding = journey.link(Wallet.OVO);
            for (int i = 0; i < 5; i++) {
                other.balance(binding);
                journey.dompet.balance(binding);
            }
            assertThat(journey.doku.journal().count(DokuOperation.TOKEN_B2B)).isEqualTo(1);
        }
    }

    @Test
    void aTokenThatDokuRefusesIsRenewedAndTheChargeIsMadeOnce() {
        try (Journey journey = new Journey("core-v1")) {
            Payment payment = journey.payment(journey.link(Wallet.OVO), 25_000).unattended();
            journey.doku.revokeMerchantTokens();
            journey.dompet.pay(payment);
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.doku.ledger().chargedFor(payment.reference())).isEqualTo(25_000);
            assertThat(journey.doku.ledger().ordersChargedTwice()).isEmpty();
        }
    }

    @Test
    void aLostAnswerIsUnknownAndFoundOutAboutLater() {
        try (Journey journey = new Journey("core-v1")) {
            Payment payment = journey.payment(journey.link(Wallet.OVO), 25_000).unattended();
            journey.doku
                    .faults()
                    .next(DokuOperation.PAYMENT, Fault.connectionReset().afterEffect());
            assertThat(journey.dompet.pay(payment).state()).isEqualTo(PaymentOutcome.State.UNKNOWN);
            assertThat(journey.doku.journal().count(DokuOperation.PAYMENT)).isEqualTo(1);
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
        }
    }

    @Test
    void anUnlinkInsideTheWalletsAppIsSeen() {
        try (Journey journey = new Journey("core-v1")) {
            Binding binding = journey.link(Wallet.OVO);
            journey.doku.wallet(DokuChannel.OVO, "081234567890").unlinkInApp();
            assertThatThrownBy(() -> journey.dompet.balance(binding))
                    .isInstanceOf(DompetException.BindingUnusable.class);
        }
    }
}
