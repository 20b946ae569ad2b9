package id.dompet;

import static id.dompet.model.Samples.NOON;
import static id.dompet.model.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.fake.FakeProvider;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.UnknownCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayingTest {
    private final FacadeFixture fixture = new FacadeFixture();
    private final Dompet dompet = fixture.open();

    @AfterEach
    void close() {
        dompet.close();
    }

    /** Created now, by the fixture's clock. */
    private Payment fresh() {
        Payment sample = payment();
        return Payment.linked(
                sample.reference(),
                sample.binding().orElseThrow(),
                sample.customer(),
                sample.amount(),
                sample.description(),
                sample.returnUrl(),
                fixture.time.now());
    }

    @Test
    void paidWithTheRightAmountIsPaid() {
        fixture.acme.onPay =
                p -> new PaymentOutcome.Paid(Optional.of("ref-1"), Money.idr(10_000), NOON);
        assertThat(dompet.pay(fresh()).state()).isEqualTo(PaymentOutcome.State.PAID);
    }

    @Test
    void paidWithAnotherAmountIsUnknown() {
        fixture.acme.onPay =
                p -> new PaymentOutcome.Paid(Optional.of("ref-1"), Money.idr(1_000), NOON);
        assertThat(dompet.pay(fresh()))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        u -> {
                            assertThat(u.cause()).isEqualTo(UnknownCause.AMOUNT_DIFFERS);
                            assertThat(u.detail())
                                    .isEqualTo(
                                            "expected IDR 10000.00, the provider says IDR"
                                                    + " 1000.00");
                        });
    }

    @Test
    void notFoundIsNoAnswerToACharge() {
        fixture.acme.onPay = p -> new PaymentOutcome.NotFound();
        assertThat(dompet.pay(fresh()).state()).isEqualTo(PaymentOutcome.State.UNKNOWN);
    }

    @Test
    void notFoundBecomesFinalOnlyWhenThePaymentCanNoLongerArrive() {
        fixture.acme.onStatus = p -> new PaymentOutcome.NotFound();
        Payment payment = fresh();
        fixture.time.advance(FakeProvider.NOT_FOUND_FINAL.minus(Duration.ofSeconds(1)));
        assertThat(dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.NOT_FOUND);
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(dompet.status(payment))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        d ->
                                assertThat(d.decline().reason())
                                        .isEqualTo(Decline.Reason.NEVER_ARRIVED));
    }

    @Test
    void aPaymentMadeTooLongAgoIsNotSent() {
        Payment payment = fresh();
        Duration window = Duration.ofMinutes(15);
        fixture.time.advance(FakeProvider.NOT_FOUND_FINAL.minus(window));
        assertThat(dompet.pay(payment).state()).isEqualTo(PaymentOutcome.State.PROCESSING);
        fixture.time.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> dompet.pay(payment))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("too long ago to be sent now: make it anew");
        assertThat(fixture.acme.asked).hasSize(1);
    }

    @Test
    void whatIsNotPaidInFullIsNotReversed() {
        fixture.acme.onStatus =
                p -> new PaymentOutcome.Reversed(Optional.of("ref-1"), Money.idr(1));
        assertThat(dompet.status(fresh()).state()).isEqualTo(PaymentOutcome.State.UNKNOWN);
    }

    @Test
    void aPaymentThatExistsIsAskedAboutWhateverIsDeclaredToday() {
        assertThat(dompet.status(fresh().unattended()).state())
                .isEqualTo(PaymentOutcome.State.PROCESSING);
    }

    @Test
    void aStatusThatCannotBeHadIsAskedForAgainAndThenIsUnavailable() {
        fixture.acme.onStatus =
                p -> {
                    throw new DompetException.Unavailable(p.provider(), "down", null);
                };
        assertThatThrownBy(() -> dompet.status(fresh()))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(fixture.acme.asked).hasSize(3);
    }

    @Test
    void aChargeIsNeverSentAgain() {
        fixture.acme.onPay =
                p -> {
                    throw new DompetException.Unavailable(p.provider(), "down", null);
                };
        assertThatThrownBy(() -> dompet.pay(fresh()))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(fixture.acme.asked).hasSize(1);
    }

    @Test
    void whatABrowserBringsBackIsAHintAndJunkIsNothing() {
        assertThat(dompet.returnHint(fresh(), "https://shop.example/r?ref=x1").providerReference())
                .contains("x1");
        assertThat(dompet.returnHint(fresh(), "https://shop.example/r?a=1&a=2"))
                .isEqualTo(ReturnHint.nothing());
        assertThat(fixture.acme.asked).isEqualTo(List.of());
    }
}
