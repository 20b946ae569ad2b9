package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Ledger;
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
import id.dompet.model.UnbindOutcome;
import id.dompet.testkit.Fault;
import id.dompet.testkit.doku.DokuChannel;
import id.dompet.testkit.doku.DokuNotification;
import id.dompet.testkit.doku.DokuOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The database fails, or the process dies, at chosen points: nothing is sent without a row, nothing
 * twice, and no outcome is lost. The same on every database.
 */
abstract class OutageJourney {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final String WRITE_PAYMENT = "INSERT INTO dompet_payment";
    private static final String CHANGE_PAYMENT = "UPDATE dompet_payment SET content";
    private static final String WRITE_REFUND = "INSERT INTO dompet_refund";
    private static final String CHANGE_REFUND = "UPDATE dompet_refund SET content";
    private static final String DELIVERED = "DELETE FROM dompet_event";

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

    /** The process is dead: nothing that would run after it has any effect. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void sentOnce(DokuOperation operation) {
        assertThat(shop.doku.journal().count(operation)).isEqualTo(1);
        assertThat(shop.doku.ledger().ordersChargedTwice()).isEmpty();
    }

    private void confirm(LedgerPayment paying) {
        var awaiting = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
        assertThat(shop.doku.customer().confirm(awaiting.action())).isNotNull();
    }

    private PaymentState state() {
        return shop.ledger.find(payment.reference()).orElseThrow().state();
    }

    private Refund paidAndRefund() {
        confirm(shop.ledger.pay(payment));
        shop.later(LONG_ENOUGH);
        assertThat(state()).isEqualTo(PaymentState.PAID);
        return shop.refund(payment, 25_000);
    }

    /** Down, pool exhausted, disk full, read-only, commit refused. */
    @ParameterizedTest
    @CsvSource({
        "CONNECT, 08001",
        "CONNECT, 08000",
        "STATEMENT, 53100",
        "STATEMENT, 25006",
        "BEFORE_COMMIT, 53100",
        "BEFORE_COMMIT, 08006"
    })
    void nothingIsSentWithoutARow(At at, String sqlState) {
        source.breakAt(at, at == At.CONNECT ? "" : WRITE_PAYMENT, sqlState);
        assertThatThrownBy(() -> shop.ledger.pay(payment))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessageContaining("could not be written down, so nothing was sent");
        assertThat(shop.doku.journal().count(DokuOperation.PAYMENT)).isZero();
        source.mend();
        assertThat(shop.ledger.find(payment.reference())).isEmpty();
        Refund refund = paidAndRefund();
        source.breakAt(at, at == At.CONNECT ? "" : WRITE_REFUND, sqlState);
        assertThatThrownBy(() -> shop.ledger.refund(refund))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessageContaining("could not be written down, so nothing was sent");
        assertThat(shop.doku.journal().count(DokuOperation.REFUND)).isZero();
        source.mend();
        assertThat(shop.ledger.refund(refund).state()).isEqualTo(RefundState.REFUNDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "STATEMENT", "BEFORE_COMMIT", "AFTER_COMMIT"})
    void theCallerHearsTheOutcomeThoughItCannotBeWrittenDown(At at) {
        source.breakAt(at, CHANGE_PAYMENT, "53100");
        if (at == At.CONNECT) {
            // Down while the provider answers, and not before.
            source.breakAt(At.STATEMENT, CHANGE_PAYMENT, "08006");
        }
        LedgerPayment paying = shop.ledger.pay(payment);
        assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        assertThat(paying.recorded()).isFalse();
        confirm(paying);
        source.mend();
        shop.later(LONG_ENOUGH);
        assertThat(state()).isEqualTo(PaymentState.PAID);
        Refund refund = shop.refund(payment, 25_000);
        source.breakAt(at == At.CONNECT ? At.STATEMENT : at, CHANGE_REFUND, "53100");
        LedgerRefund refunding = shop.ledger.refund(refund);
        assertThat(refunding.state()).isEqualTo(RefundState.REFUNDED);
        assertThat(refunding.recorded()).isFalse();
        source.mend();
        shop.later(LONG_ENOUGH);
        assertThat(shop.ledger.findRefund(refund.reference()).orElseThrow().state())
                .isEqualTo(RefundState.REFUNDED);
        assertThat(state()).isEqualTo(PaymentState.REVERSED);
        sentOnce(DokuOperation.PAYMENT);
        sentOnce(DokuOperation.REFUND);
    }

    @Test
    void aNotificationIsAcknowledgedOnlyWhenItIsWrittenDown() {
        confirm(shop.ledger.pay(payment));
        DokuNotification message = shop.doku.notifications().messagesOf(payment.reference()).get(0);
        for (At at : List.of(At.CONNECT, At.BEFORE_COMMIT, At.AFTER_COMMIT)) {
            source.breakAt(at, at == At.CONNECT ? "" : CHANGE_PAYMENT, "08006");
            assertThat(shop.doku.notifications().deliver(message).accepted())
                    .as(at.name())
                    .isFalse();
            source.mend();
        }
        assertThat(shop.doku.notifications().deliver(message).accepted()).isTrue();
        assertThat(state()).isEqualTo(PaymentState.PAID);
        assertThat(shop.deliverAll()).isEqualTo(2);
        assertThat(shop.heard)
                .extracting(LedgerEvent::state)
                .containsExactly(PaymentState.AWAITING_CUSTOMER, PaymentState.PAID);
    }

    @Test
    void anUnlinkingIsToldThoughItCannotBeWrittenDown() {
        source.breakAt(At.STATEMENT, "UPDATE dompet_binding", "08006");
        var binding = payment.binding().orElseThrow();
        assertThat(shop.ledger.unbind(binding)).isInstanceOf(UnbindOutcome.Unbound.class);
        source.mend();
        assertThat(shop.ledger.bindings(binding.customerReference())).containsExactly(binding);
        assertThat(shop.ledger.unbind(binding)).isInstanceOf(UnbindOutcome.Unbound.class);
        assertThat(shop.ledger.bindings(binding.customerReference())).isEmpty();
    }

    @Test
    void aDeadLinkIsEndedBeforeItsDeclineIsToldThoughThatFailedAtFirst() {
        var binding = payment.binding().orElseThrow();
        shop.doku.wallet(DokuChannel.OVO, "081234567890").unlinkInApp();
        source.breakAt(At.STATEMENT, "UPDATE dompet_binding", "08006");
        assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.DECLINED);
        assertThat(shop.deliverAll()).as("not told before the link is ended").isZero();
        source.mend();
        assertThat(shop.ledger.binding(binding.id())).contains(binding);
        shop.later(LONG_ENOUGH);
        assertThat(shop.heard)
                .singleElement()
                .satisfies(event -> assertThat(event.state()).isEqualTo(PaymentState.DECLINED));
        assertThat(shop.ledger.binding(binding.id())).isEmpty();
    }

    /** What an instance that dies leaves behind is found out by the next one. */
    @ParameterizedTest
    @CsvSource({
        "between write and send, AFTER_COMMIT, INSERT INTO dompet_payment, 0",
        "between answer and commit, STATEMENT, UPDATE dompet_payment SET content, 1",
        "at the commit, BEFORE_COMMIT, UPDATE dompet_payment SET content, 1",
        "between commit and telling the caller, AFTER_COMMIT, UPDATE dompet_payment SET content, 1"
    })
    void aPaymentSurvivesADeath(String where, At at, String sql, int sent) {
        source.breakAt(at, sql, Death::new);
        assertThatThrownBy(() -> shop.ledger.pay(payment)).isInstanceOf(Death.class);
        source.mend();
        assertThat(shop.doku.journal().count(DokuOperation.PAYMENT)).as(where).isEqualTo(sent);
        assertThat(shop.another().pay(payment).state())
                .as("nobody else sends it")
                .isIn(PaymentState.SENDING, PaymentState.AWAITING_CUSTOMER);
        if (sent == 1) {
            assertThat(shop.doku.settle(payment.reference())).isTrue();
        }
        for (int hour = 0; hour < 6 && state().isOpen(); hour++) {
            shop.later(Duration.ofHours(1));
        }
        assertThat(state()).isEqualTo(sent == 1 ? PaymentState.PAID : PaymentState.DECLINED);
        assertThat(shop.doku.journal().count(DokuOperation.PAYMENT)).isEqualTo(sent);
        assertThat(shop.heard.get(shop.heard.size() - 1).state()).isEqualTo(state());
    }

    @Test
    void aPaymentSurvivesADeathBetweenSendAndAnswer() {
        shop.doku.faults().next(DokuOperation.PAYMENT, Fault.connectionReset().afterEffect());
        source.breakAt(At.STATEMENT, CHANGE_PAYMENT, Death::new);
        assertThatThrownBy(() -> shop.ledger.pay(payment)).isInstanceOf(Death.class);
        source.mend();
        assertThat(state()).isEqualTo(PaymentState.SENDING);
        assertThat(shop.doku.settle(payment.reference())).isTrue();
        shop.later(LONG_ENOUGH);
        assertThat(state()).isEqualTo(PaymentState.PAID);
        sentOnce(DokuOperation.PAYMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "STATEMENT, UPDATE dompet_refund SET content",
        "BEFORE_COMMIT, UPDATE dompet_refund SET content",
        "AFTER_COMMIT, UPDATE dompet_refund SET content"
    })
    void aRefundSurvivesADeathAfterItWasSent(At at, String sql) {
        Refund refund = paidAndRefund();
        source.breakAt(at, sql, Death::new);
        assertThatThrownBy(() -> shop.ledger.refund(refund)).isInstanceOf(Death.class);
        source.mend();
        Ledger other = shop.another();
        assertThat(other.refund(refund).state()).isIn(RefundState.SENDING, RefundState.REFUNDED);
        shop.later(LONG_ENOUGH);
        assertThat(other.findRefund(refund.reference()).orElseThrow().state())
                .isEqualTo(RefundState.REFUNDED);
        assertThat(state()).as("all of it went back").isEqualTo(PaymentState.REVERSED);
        sentOnce(DokuOperation.REFUND);
        assertThat(shop.doku.ledger().refundedFor(payment.reference())).isEqualTo(25_000);
    }

    private void leasesAreOver() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            int unused = statement.executeUpdate("UPDATE dompet_event SET lease_until = NULL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATEMENT", "BEFORE_COMMIT", "AFTER_COMMIT"})
    void anEventSurvivesADeathBetweenTheHandlerAndTheCommit(At at) throws SQLException {
        LedgerPayment paying = shop.ledger.pay(payment);
        assertThat(paying.state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        source.breakAt(at, DELIVERED, Death::new);
        assertThatThrownBy(shop.ledger::deliver).isInstanceOf(Death.class);
        source.mend();
        assertThat(shop.heard).hasSize(1);
        assertThat(shop.another().deliver()).as("leased by the dead one").isZero();
        leasesAreOver();
        assertThat(shop.deliverAll()).isEqualTo(at == At.AFTER_COMMIT ? 0 : 1);
        assertThat(shop.heard).extracting(LedgerEvent::number).containsOnly(1L);
        assertThat(shop.ledger.backlog().undelivered()).isZero();
    }
}
