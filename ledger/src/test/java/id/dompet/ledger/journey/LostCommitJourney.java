package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundEvent;
import id.dompet.ledger.RefundState;
import id.dompet.ledger.jdbc.BreakableSource;
import id.dompet.ledger.jdbc.BreakableSource.At;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.UnbindOutcome;
import id.dompet.testkit.doku.DokuNotification;
import id.dompet.testkit.doku.DokuOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The database commits, and the connection dies before it can say so: nobody knows whether anything
 * was written. Nothing is sent twice, no event is lost, and the caller is told rightly. The same on
 * every database.
 */
abstract class LostCommitJourney {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final String WRITE_PAYMENT = "INSERT INTO dompet_payment";
    private static final String CHANGE_PAYMENT = "UPDATE dompet_payment SET content";
    private static final String WRITE_REFUND = "INSERT INTO dompet_refund";
    private static final String CHANGE_REFUND = "UPDATE dompet_refund SET content";

    private BreakableSource source;
    private DokuShop shop;
    private Payment payment;

    abstract DataSource source();

    @BeforeEach
    void open() {
        source = new BreakableSource(source());
        shop = DokuShop.open(source);
        payment = shop.payment(shop.link(), 25_000);
    }

    @AfterEach
    void close() {
        source.mend();
        shop.close();
    }

    private int sent(DokuOperation operation) {
        return shop.doku.journal().count(operation);
    }

    private void loseNext(String sql) {
        source.breakOnceAt(At.AFTER_COMMIT, sql, "08006");
    }

    /** The next commit is the database's last for a while. */
    private void loseNextAndStayDown(String sql) {
        source.breakAt(
                At.AFTER_COMMIT,
                sql,
                () -> {
                    source.breakAt(At.CONNECT, "", "08001");
                    return new SQLException("the answer is lost", "08006");
                });
    }

    private void confirm(LedgerPayment paying) {
        var awaiting = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
        assertThat(shop.doku.customer().confirm(awaiting.action())).isNotNull();
    }

    private PaymentState state() {
        return shop.ledger.find(payment.reference()).orElseThrow().state();
    }

    private RefundState stateOf(Refund refund) {
        return shop.ledger.findRefund(refund.reference()).orElseThrow().state();
    }

    private Refund paidAndRefund() {
        confirm(shop.ledger.pay(payment));
        shop.later(LONG_ENOUGH);
        assertThat(state()).isEqualTo(PaymentState.PAID);
        return shop.refund(payment, 25_000);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            int unused = statement.executeUpdate(sql);
        }
    }

    private void notSent() {
        assertThatThrownBy(() -> shop.ledger.pay(payment))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessageContaining("could not be written down, so nothing was sent");
        assertThat(state()).isEqualTo(PaymentState.NOT_SENT);
        assertThat(sent(DokuOperation.PAYMENT)).isZero();
    }

    @Test
    void aPaymentThatWasWrittenDownUnheardIsTakenBackAndMayBePaidAgain() {
        loseNext(WRITE_PAYMENT);
        notSent();
        loseNext(CHANGE_PAYMENT);
        notSent();
        assertThat(shop.another().pay(payment).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(1);
        assertThat(shop.deliverAll()).isEqualTo(3);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(
                        PaymentState.NOT_SENT,
                        PaymentState.NOT_SENT,
                        PaymentState.AWAITING_CUSTOMER);
    }

    @Test
    void aPaymentThatCannotBeTakenBackIsFoundToBeMissing() {
        loseNextAndStayDown(WRITE_PAYMENT);
        assertThatThrownBy(() -> shop.ledger.pay(payment))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessageContaining("so nothing was sent");
        source.mend();
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.SENDING);
        for (int hour = 0; hour < 6 && state().isOpen(); hour++) {
            shop.later(Duration.ofHours(1));
        }
        assertThat(state()).isEqualTo(PaymentState.DECLINED);
        assertThat(sent(DokuOperation.PAYMENT)).isZero();
        assertThat(shop.heard.get(shop.heard.size() - 1).state()).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void nobodyTakesBackWhatAnotherInstanceWroteDown() {
        source.breakAt(
                At.STATEMENT,
                WRITE_PAYMENT,
                () -> {
                    source.mend();
                    assertThat(shop.another().pay(payment).state())
                            .isEqualTo(PaymentState.AWAITING_CUSTOMER);
                    return new SQLException("the connection is lost", "08006");
                });
        assertThatThrownBy(() -> shop.ledger.pay(payment))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(1);
    }

    @Test
    void anOutcomeThatWasWrittenDownUnheardIsToldOnce() {
        loseNext(CHANGE_PAYMENT);
        LedgerPayment paying = shop.ledger.pay(payment);
        assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(paying.recorded()).as("as far as the caller can be told").isFalse();
        assertThat(state()).as("it is").isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(shop.deliverAll()).isEqualTo(1);
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(1);
    }

    @Test
    void aNotificationThatWasAppliedUnheardIsAppliedOnce() {
        confirm(shop.ledger.pay(payment));
        DokuNotification message = shop.doku.notifications().messagesOf(payment.reference()).get(0);
        loseNext(CHANGE_PAYMENT);
        assertThat(shop.doku.notifications().deliver(message).accepted()).isFalse();
        assertThat(state()).isEqualTo(PaymentState.PAID);
        assertThat(shop.doku.notifications().deliver(message).accepted()).isTrue();
        assertThat(shop.deliverAll()).isEqualTo(2);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(PaymentState.AWAITING_CUSTOMER, PaymentState.PAID);
    }

    @Test
    void aLinkThatWasWrittenDownUnheardIsTheCustomersAllTheSame() {
        Binding first = payment.binding().orElseThrow();
        assertThat(shop.ledger.unbind(first)).isInstanceOf(UnbindOutcome.Unbound.class);
        loseNext("INSERT INTO dompet_binding");
        Binding second = shop.link();
        assertThat(shop.ledger.bindings(second.customerReference())).contains(second);
    }

    /** Who has it does not know; it comes back when the lease is over. */
    @ParameterizedTest
    @ValueSource(strings = {"dompet_payment", "dompet_refund", "dompet_event"})
    void whatWasClaimedUnheardWaitsForTheEndOfItsLease(String table) throws SQLException {
        Refund refund = paidAndRefund();
        loseNext(CHANGE_REFUND);
        assertThat(shop.ledger.refund(refund).recorded()).isFalse();
        execute(
                "UPDATE dompet_refund SET next_question_at = sent_at, state = 'UNKNOWN',"
                        + " version = version + 1");
        Payment other = shop.payment(payment.binding().orElseThrow(), 10_000);
        confirm(shop.ledger.pay(other));
        var unused = shop.clock.advance(LONG_ENOUGH);
        loseNext("UPDATE " + table + " SET lease_until");
        assertThatThrownBy(
                        () -> {
                            int unusedToo = shop.ledger.reconcile() + shop.ledger.deliver();
                        })
                .isInstanceOf(StoreException.class);
        execute("UPDATE " + table + " SET lease_until = NULL");
        shop.later(Duration.ZERO);
        assertThat(shop.ledger.find(other.reference()).orElseThrow().state())
                .isEqualTo(PaymentState.PAID);
        assertThat(stateOf(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(shop.ledger.backlog().undelivered()).isZero();
        assertThat(shop.heard)
                .extracting(event -> event.payment().reference() + " " + event.number())
                .doesNotHaveDuplicates();
        assertThat(sent(DokuOperation.REFUND)).isEqualTo(1);
        assertThat(sent(DokuOperation.PAYMENT)).isEqualTo(2);
    }

    @Test
    void anEventThatWasTakenUnheardIsNotToldAgain() {
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        loseNext("DELETE FROM dompet_event");
        assertThatThrownBy(shop.ledger::deliver).isInstanceOf(StoreException.class);
        assertThat(shop.heard).hasSize(1);
        assertThat(shop.ledger.backlog().undelivered()).isZero();
        assertThat(shop.deliverAll()).isZero();
    }

    @Test
    void aRefundThatWasWrittenDownUnheardIsTakenBackAndMayBeSentAgain() {
        Refund refund = paidAndRefund();
        for (String write : new String[] {WRITE_REFUND, CHANGE_REFUND}) {
            loseNext(write);
            assertThatThrownBy(() -> shop.ledger.refund(refund))
                    .isInstanceOf(DompetException.Unavailable.class)
                    .hasMessageContaining("so nothing was sent");
            assertThat(stateOf(refund)).as(write).isEqualTo(RefundState.NOT_SENT);
        }
        assertThat(shop.another().refund(refund).state()).isEqualTo(RefundState.REFUNDED);
        assertThat(sent(DokuOperation.REFUND)).isEqualTo(1);
        assertThat(shop.doku.ledger().refundedFor(payment.reference())).isEqualTo(25_000);
        assertThat(shop.deliverAll()).isEqualTo(4);
        assertThat(shop.refundsHeard)
                .extracting(RefundEvent::state)
                .containsExactly(RefundState.NOT_SENT, RefundState.NOT_SENT, RefundState.REFUNDED);
        assertThat(state()).isEqualTo(PaymentState.REVERSED);
    }

    @Test
    void aRefundThatCannotBeTakenBackIsForAPersonToClose() {
        Refund refund = paidAndRefund();
        loseNextAndStayDown(WRITE_REFUND);
        assertThatThrownBy(() -> shop.ledger.refund(refund))
                .isInstanceOf(DompetException.Unavailable.class);
        source.mend();
        assertThat(shop.ledger.refund(refund).state()).isEqualTo(RefundState.SENDING);
        for (int hour = 0; hour < 12; hour++) {
            shop.later(Duration.ofHours(1));
        }
        assertThat(shop.refundsHeard.get(shop.refundsHeard.size() - 1).alert())
                .contains(Alert.REFUND_NOT_FOUND);
        assertThat(sent(DokuOperation.REFUND)).isZero();
        LedgerRefund closed = shop.ledger.closeMissingRefund(refund.reference());
        assertThat(closed.state()).isEqualTo(RefundState.DECLINED);
    }
}
