package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundState;
import id.dompet.ledger.jdbc.BreakableSource;
import id.dompet.ledger.jdbc.BreakableSource.At;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.testkit.doku.DokuNotification;
import id.dompet.testkit.doku.DokuOperation;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The disk of the database is full, and then there is room again: what was said to be written is
 * there, nothing is sent without a row, nothing twice, and no outcome is lost.
 */
abstract class FullDiskJourney {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private DataSource real;
    private BreakableSource source;
    DokuShop shop;
    Payment payment;

    abstract DataSource source() throws Exception;

    abstract void fill(DataSource database) throws Exception;

    abstract void free() throws Exception;

    @BeforeEach
    void open() throws Exception {
        real = source();
        source = new BreakableSource(real);
        shop = DokuShop.open(source);
        payment = shop.payment(shop.link(), 25_000);
    }

    @AfterEach
    void close() throws Exception {
        free();
        shop.close();
    }

    private void confirm(LedgerPayment paying) {
        var awaiting = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
        assertThat(shop.doku.customer().confirm(awaiting.action())).isNotNull();
    }

    private int sent(DokuOperation operation) {
        return shop.doku.journal().count(operation);
    }

    private PaymentState state() {
        return shop.ledger.find(payment.reference()).orElseThrow().state();
    }

    /** Room until the ledger is about to say this, as when others fill the disk meanwhile. */
    private void fillBefore(String sql) {
        source.breakAt(
                At.STATEMENT,
                sql,
                () -> {
                    source.mend();
                    try {
                        fill(real);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return null;
                });
    }

    @Test
    void nothingIsSentWhileNothingCanBeWrittenDown() throws Exception {
        Payment before = shop.payment(payment.binding().orElseThrow(), 10_000);
        assertThat(shop.ledger.pay(before).recorded()).isTrue();
        fill(real);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> shop.ledger.pay(payment))
                    .isInstanceOf(DompetException.Unavailable.class)
                    .hasMessageContaining("so nothing was sent");
        }
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(1);
        free();
        assertThat(shop.ledger.find(before.reference()).orElseThrow().state())
                .as("what was there before")
                .isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(2);
    }

    @Test
    void outcomesAreToldThoughTheDiskIsFullAndFoundOutAgain() throws Exception {
        fillBefore("UPDATE dompet_payment SET content");
        LedgerPayment paying = shop.ledger.pay(payment);
        assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(paying.recorded()).isFalse();
        confirm(paying);
        free();
        assertThat(state()).isEqualTo(PaymentState.SENDING);
        shop.later(LONG_ENOUGH);
        assertThat(state()).isEqualTo(PaymentState.PAID);
        Refund refund = shop.refund(payment, 25_000);
        fillBefore("UPDATE dompet_payment SET event_count");
        LedgerRefund refunding = shop.ledger.refund(refund);
        assertThat(refunding.state()).isEqualTo(RefundState.REFUNDED);
        assertThat(refunding.recorded()).isFalse();
        free();
        shop.later(LONG_ENOUGH);
        assertThat(shop.ledger.findRefund(refund.reference()).orElseThrow().state())
                .isEqualTo(RefundState.REFUNDED);
        assertThat(state()).isEqualTo(PaymentState.REVERSED);
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(1);
        assertThat(sent(DokuOperation.REFUND)).isEqualTo(1);
    }

    @Test
    void aNotificationIsNotAcknowledgedBeforeThereIsRoom() throws Exception {
        confirm(shop.ledger.pay(payment));
        DokuNotification message = shop.doku.notifications().messagesOf(payment.reference()).get(0);
        fill(real);
        assertThat(shop.doku.notifications().deliver(message).accepted()).isFalse();
        free();
        assertThat(shop.doku.notifications().deliver(message).accepted()).isTrue();
        assertThat(state()).isEqualTo(PaymentState.PAID);
        assertThat(shop.deliverAll()).isEqualTo(2);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(PaymentState.AWAITING_CUSTOMER, PaymentState.PAID);
    }
}
