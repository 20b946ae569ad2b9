package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Alert;
import id.dompet.ledger.AtOnce;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundEvent;
import id.dompet.ledger.RefundState;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving money back through the ledger; the same on every database. */
abstract class RefundJourney {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private DokuShop shop;
    private Payment payment;

    abstract DataSource source();

    @BeforeEach
    void open() {
        shop = DokuShop.open(source());
        payment = shop.payment(shop.link(), 25_000);
        pay();
    }

    private void pay() {
        LedgerPayment paying = shop.ledger.pay(payment);
        var awaiting = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
        assertThat(shop.doku.customer().confirm(awaiting.action())).isNotNull();
        shop.later(LONG_ENOUGH);
        assertThat(payment().state()).isEqualTo(PaymentState.PAID);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private LedgerPayment payment() {
        return shop.ledger.find(payment.reference()).orElseThrow();
    }

    private RefundState stateOf(Refund refund) {
        return shop.ledger.findRefund(refund.reference()).orElseThrow().state();
    }

    private int sent() {
        return shop.doku.journal().count(DokuOperation.REFUND);
    }

    private long wentBack() {
        return shop.doku.ledger().refundedFor(payment.reference());
    }

    @Test
    void aRefundIsWrittenDownSentAndTold() {
        Refund refund = shop.refund(payment, 10_000);
        LedgerRefund done = shop.ledger.refund(refund);
        assertThat(done.state()).isEqualTo(RefundState.REFUNDED);
        assertThat(done.recorded()).isTrue();
        assertThat(shop.ledger.findRefund(refund.reference())).contains(done);
        assertThat(shop.deliverAll()).isEqualTo(1);
        assertThat(shop.refundsHeard)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.refund()).isEqualTo(refund);
                            assertThat(event.state()).isEqualTo(RefundState.REFUNDED);
                            assertThat(event.number()).as("behind two of the payment").isEqualTo(3);
                        });
        assertThat(payment().state()).as("a part only").isEqualTo(PaymentState.PAID);
        assertThat(wentBack()).isEqualTo(10_000);
    }

    @Test
    void aPaymentOfWhichEverythingWentBackIsReversed() {
        LedgerRefund first = shop.ledger.refund(shop.refund(payment, 10_000));
        LedgerRefund second = shop.ledger.refund(shop.refund(payment, 15_000));
        assertThat(payment().state()).isEqualTo(PaymentState.REVERSED);
        assertThat(shop.ledger.refundsOf(payment.reference())).containsExactly(first, second);
        assertThat(shop.deliverAll()).isEqualTo(3);
        assertThat(shop.heard.get(shop.heard.size() - 1).state()).isEqualTo(PaymentState.REVERSED);
        assertThat(wentBack()).isEqualTo(25_000);
    }

    @Test
    void refundingAgainAnswersHowItStandsAndSendsNothing() {
        Refund refund = shop.refund(payment, 25_000);
        LedgerRefund first = shop.ledger.refund(refund);
        Instant unused = shop.clock.advance(Duration.ofSeconds(5));
        LedgerRefund again =
                shop.another().refund(shop.refund(refund.reference(), payment, 25_000));
        assertThat(again).as("though the payment is reversed now").isEqualTo(first);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void whatCannotGoBackIsRefusedBeforeAnythingIsSent() {
        LedgerRefund unused = shop.ledger.refund(shop.refund(payment, 20_000));
        refused(shop.refund(payment, 5_001), "only IDR 5000.00 is left");
        refused(shop.refund(unused.refund().reference(), payment, 1), "another refund with this");
        Payment unpaid = shop.payment(payment.binding().orElseThrow(), 5_000);
        refused(shop.refund(unpaid, 1), "is not in the ledger");
        LedgerPayment unusedToo = shop.ledger.pay(unpaid);
        refused(shop.refund(unpaid, 1), "is AWAITING_CUSTOMER; only what is PAID");
        Payment other = shop.payment(payment.reference(), unpaid.binding().orElseThrow(), 90_000);
        refused(shop.refund(other, 1), "is another one in the ledger");
        assertThat(sent()).isEqualTo(1);
    }

    private void refused(Refund refund, String why) {
        assertThatThrownBy(() -> shop.ledger.refund(refund))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("refund " + refund.reference() + " was not sent: ")
                .hasMessageContaining(why);
    }

    @Test
    void aLostAnswerIsFoundOutAbout() {
        shop.doku.faults().next(DokuOperation.REFUND, Fault.connectionReset().afterEffect());
        Refund refund = shop.refund(payment, 25_000);
        assertThat(shop.ledger.refund(refund).state()).isEqualTo(RefundState.UNKNOWN);
        refused(shop.refund(payment, 1), "only IDR 0.00 is left");
        shop.later(LONG_ENOUGH);
        assertThat(stateOf(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(payment().state()).isEqualTo(PaymentState.REVERSED);
        assertThat(shop.refundsHeard)
                .extracting(RefundEvent::state)
                .containsExactly(RefundState.UNKNOWN, RefundState.REFUNDED);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void aRefundThatNeverArrivedIsForAPersonToClose() {
        shop.doku.faults().next(DokuOperation.REFUND, Fault.connectionReset());
        Refund refund = shop.refund(payment, 25_000);
        assertThat(shop.ledger.refund(refund).state()).isEqualTo(RefundState.UNKNOWN);
        assertThatThrownBy(() -> shop.ledger.closeMissingRefund(refund.reference()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only one that raised REFUND_NOT_FOUND");
        for (int hour = 0; hour < 12; hour++) {
            shop.later(Duration.ofHours(1));
        }
        assertThat(stateOf(refund)).as("never by itself").isEqualTo(RefundState.UNKNOWN);
        assertThat(shop.refundsHeard.stream().filter(event -> event.alert().isPresent()))
                .singleElement()
                .satisfies(event -> assertThat(event.alert()).contains(Alert.REFUND_NOT_FOUND));
        assertThat(shop.ledger.closeMissingRefund(refund.reference()).state())
                .isEqualTo(RefundState.DECLINED);
        assertThat(shop.ledger.refund(shop.refund(payment, 25_000)).state())
                .isEqualTo(RefundState.REFUNDED);
        assertThat(wentBack()).isEqualTo(25_000);
    }

    @Test
    void nothingSentMayBeSentAgain() {
        Refund refund = shop.refund(payment, 25_000);
        shop.doku.faults().next(DokuOperation.REFUND, Fault.code("4015800"));
        assertThatThrownBy(() -> shop.ledger.refund(refund)).isInstanceOf(DompetException.class);
        assertThat(stateOf(refund)).isEqualTo(RefundState.NOT_SENT);
        Refund madeAnew = shop.refund(refund.reference(), payment, 25_000);
        assertThat(shop.ledger.refund(madeAnew).state()).isEqualTo(RefundState.REFUNDED);
        assertThat(wentBack()).isEqualTo(25_000);
    }

    @Test
    void sixteenCallersOfTwoInstancesGiveBackNoMoreThanWasPaid() throws Exception {
        Ledger other = shop.another();
        Set<String> done = ConcurrentHashMap.newKeySet();
        AtOnce.by(
                16,
                worker -> {
                    Ledger through = worker % 2 == 0 ? shop.ledger : other;
                    for (int i = 0; i < 8; i++) {
                        // Pairs of callers make the same refund.
                        Refund refund =
                                shop.refund("r%d-%d".formatted(worker / 2, i), payment, 2_000);
                        try {
                            LedgerRefund result = through.refund(refund);
                            assertThat(result.state())
                                    .isIn(RefundState.SENDING, RefundState.REFUNDED);
                            done.add(refund.reference());
                        } catch (DompetException.InvalidRequest e) {
                            assertThat(e).hasMessageContaining("is left");
                        }
                    }
                });
        assertThat(done).hasSize(12);
        assertThat(sent()).isEqualTo(12);
        assertThat(wentBack()).isEqualTo(24_000);
    }
}
