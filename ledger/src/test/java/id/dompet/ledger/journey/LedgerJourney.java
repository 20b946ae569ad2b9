package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Alert;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.Fault;
import id.dompet.testkit.FormText;
import id.dompet.testkit.duitku.CallbackMessage;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a merchant lives through with the ledger; the same on every database. */
abstract class LedgerJourney {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private Shop shop;

    abstract DataSource source();

    @BeforeEach
    void open() {
        shop = Shop.open(source());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void agree(LedgerPayment paying) {
        PaymentOutcome outcome = paying.outcome().orElseThrow();
        assertThat(
                        shop.duitku
                                .customer()
                                .confirm(((PaymentOutcome.AwaitingCustomer) outcome).action()))
                .isNotNull();
    }

    private PaymentState stateOf(Payment payment) {
        return shop.ledger.find(payment.reference()).orElseThrow().state();
    }

    @Test
    void aPaymentIsWrittenDownSentAskedAboutAndTold() {
        Payment payment = shop.payment(shop.link(), 10_000);
        LedgerPayment paying = shop.ledger.pay(payment);
        assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        agree(paying);
        shop.later(LONG_ENOUGH);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PAID);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(PaymentState.AWAITING_CUSTOMER, PaymentState.PAID);
        assertThat(shop.heard).extracting(LedgerEvent::number).containsExactly(1L, 2L);
        assertThat(shop.heard.get(1).payment()).isEqualTo(payment);
        assertThat(shop.ledger.backlog().open()).isZero();
        assertThat(shop.ledger.backlog().undelivered()).isZero();
    }

    @Test
    void payingAgainAnswersHowItStandsAndSendsNothing() {
        Binding binding = shop.link();
        Payment payment = shop.payment(binding, 10_000);
        LedgerPayment first = shop.ledger.pay(payment);
        Instant unused = shop.clock.advance(Duration.ofSeconds(5));
        Payment madeAnew = shop.payment(payment.reference(), binding, 10_000);
        LedgerPayment second = shop.another().pay(madeAnew);
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(second.payment().createdAt()).isEqualTo(payment.createdAt());
        assertThat(shop.duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(1);
    }

    @Test
    void anotherPaymentUnderTheSameReferenceIsRefused() {
        Binding binding = shop.link();
        Payment payment = shop.payment(binding, 10_000);
        LedgerPayment unused = shop.ledger.pay(payment);
        Payment other = shop.payment(payment.reference(), binding, 20_000);
        assertThatThrownBy(() -> shop.ledger.pay(other))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("another payment with the reference " + payment.reference())
                .hasMessageContaining("nothing was sent");
        assertThat(shop.duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsFoundOutAbout() {
        Payment payment = shop.payment(shop.link(), 10_000);
        shop.duitku.faults().next(DuitkuOperation.INQUIRY, Fault.connectionReset().afterEffect());
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        shop.later(LONG_ENOUGH);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PROCESSING);
        assertThat(shop.duitku.payLate(payment.reference())).isTrue();
        shop.later(LONG_ENOUGH);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PAID);
        assertThat(shop.duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(1);
    }

    @Test
    void aPaymentThatNeverArrivedIsClosedAfterTwoAnswersAndRaisesAnAlertIfItIsPaidAfterAll() {
        Payment payment = shop.payment(shop.link(), 10_000);
        shop.duitku.faults().next(DuitkuOperation.INQUIRY, Fault.connectionReset());
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        for (int hour = 0; hour < 12 && stateOf(payment).isOpen(); hour++) {
            shop.later(Duration.ofHours(1));
        }
        assertThat(stateOf(payment)).isEqualTo(PaymentState.DECLINED);
        assertThat(shop.duitku.ledger().chargedFor(payment.reference())).isZero();
    }

    @Test
    void anInstanceWhoseClockRunsAheadClosesNothing() {
        Payment payment = shop.payment(shop.link(), 10_000);
        shop.duitku.faults().next(DuitkuOperation.INQUIRY, Fault.connectionReset());
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        for (int hour = 0; hour < 12; hour++) {
            shop.laterHere(Duration.ofHours(1));
        }
        assertThat(stateOf(payment)).isEqualTo(PaymentState.UNKNOWN);
        shop.later(Duration.ofDays(1));
        assertThat(stateOf(payment)).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void aPaymentThatIsPaidAfterItWasClosedRaisesAnAlert() {
        Payment payment = shop.payment(shop.link(), 10_000);
        LedgerPayment paying = shop.ledger.pay(payment);
        assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        for (int hour = 0; hour < 48 && stateOf(payment).isOpen(); hour++) {
            shop.later(Duration.ofHours(1));
        }
        assertThat(stateOf(payment)).isEqualTo(PaymentState.DECLINED);
        assertThat(shop.duitku.payLate(payment.reference())).isTrue();
        assertThat(shop.callback(callbackOf(payment)).status()).isEqualTo(200);
        assertThat(shop.deliverAll()).isPositive();
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PAID);
        assertThat(shop.heard.get(shop.heard.size() - 1).alert())
                .contains(Alert.PAID_AFTER_DECLINE);
    }

    @Test
    void nothingSentMayBePaidAgain() {
        Binding binding = shop.link();
        Payment payment = shop.payment(binding, 10_000);
        shop.duitku.faults().next(DuitkuOperation.INQUIRY, Fault.status(401));
        assertThatThrownBy(() -> shop.ledger.pay(payment)).isInstanceOf(DompetException.class);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.NOT_SENT);
        LedgerPayment again = shop.ledger.pay(shop.payment(payment.reference(), binding, 10_000));
        assertThat(again.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
    }

    private String callbackOf(Payment payment) {
        List<CallbackMessage> messages = shop.duitku.callbacks().messagesOf(payment.reference());
        Map<String, String> fields = new LinkedHashMap<>();
        messages.get(messages.size() - 1)
                .parameters()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return FormText.write(fields);
    }

    @Test
    void aNotificationIsAppliedOnceAndAcknowledgedEveryTime() {
        Payment payment = shop.payment(shop.link(), 10_000);
        agree(shop.ledger.pay(payment));
        String callback = callbackOf(payment);
        for (int delivery = 0; delivery < 3; delivery++) {
            assertThat(shop.callback(callback).status()).isEqualTo(200);
        }
        assertThat(shop.deliverAll()).isEqualTo(2);
        assertThat(stateOf(payment)).isEqualTo(PaymentState.PAID);
        assertThat(shop.callback(callback.replace("amount=10000", "amount=1000")).status())
                .as("a forged one")
                .isNotEqualTo(200);
    }

    @Test
    void anEventWaitsForAHandlerThatFails() {
        Payment payment = shop.payment(shop.link(), 10_000);
        shop.failing(true);
        agree(shop.ledger.pay(payment));
        shop.later(LONG_ENOUGH);
        assertThat(shop.heard).isEmpty();
        assertThat(shop.ledger.backlog().undelivered()).isEqualTo(2);
        shop.failing(false);
        shop.later(LONG_ENOUGH);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(PaymentState.AWAITING_CUSTOMER, PaymentState.PAID);
    }

    @Test
    void sixteenCallersOfTwoInstancesSendEachPaymentOnce() throws Exception {
        Binding binding = shop.link();
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            payments.add(shop.payment(binding, 10_000 + i));
        }
        Ledger other = shop.another();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<LedgerPayment>> calls = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                Ledger through = caller % 2 == 0 ? shop.ledger : other;
                payments.forEach(payment -> calls.add(() -> through.pay(payment)));
            }
            for (Future<LedgerPayment> each : threads.invokeAll(calls)) {
                assertThat(each.get().state())
                        .isIn(PaymentState.SENDING, PaymentState.AWAITING_CUSTOMER);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(shop.duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(20);
    }

    @Test
    void linksAreRememberedUntilTheyEnd() {
        Binding binding = shop.link();
        assertThat(shop.ledger.bindings(Shop.BUDI.reference())).containsExactly(binding);
        assertThat(shop.ledger.binding(binding.id())).contains(binding);
        assertThat(shop.database.providersInUse()).containsExactly(Shop.DUITKU);
        assertThat(shop.ledger.unbind(binding).state().name()).isEqualTo("UNBOUND");
        assertThat(shop.ledger.bindings(Shop.BUDI.reference())).isEmpty();
        assertThat(shop.database.providersInUse()).isEmpty();
    }

    @Test
    void anotherCustomerCannotCompleteAnAttempt() {
        assertThatThrownBy(() -> shop.ledger.completeBind("cust-2", "no-such-nonce", "/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no open attempt");
    }
}
