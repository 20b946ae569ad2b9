package id.dompet.testkit.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.Dompet;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that the model can say can be made to happen, through the real facade. */
class ScriptedOutcomesTest {
    private final ScriptedProvider provider = ScriptedProvider.named("duitku");
    private final Dompet dompet = provider.open();
    private final Orders orders = new Orders(provider, dompet);

    @AfterEach
    void close() {
        dompet.close();
    }

    @Test
    void everyStateOfAPayment() {
        Map<PaymentOutcome.State, PaymentOutcome> seen = new EnumMap<>(PaymentOutcome.State.class);
        provider.nextPayment().isPaid();
        saw(seen, dompet.pay(orders.linked("paid")));
        provider.nextPayment().waitsForTheCustomer();
        saw(seen, dompet.pay(orders.linked("awaiting")));
        provider.nextPayment().staysPending();
        saw(seen, dompet.pay(orders.linked("pending")));
        provider.nextPayment().isDeclined(Decline.Reason.INSUFFICIENT_FUNDS);
        saw(seen, dompet.pay(orders.linked("declined")));
        provider.nextPayment().neverArrives();
        Payment lost = orders.linked("lost");
        saw(seen, dompet.pay(lost));
        saw(seen, dompet.status(lost));
        Payment reversed = orders.linked("reversed");
        dompet.pay(reversed);
        provider.payment("reversed").becomesReversed();
        saw(seen, dompet.status(reversed));
        assertThat(seen.keySet()).isEqualTo(EnumSet.allOf(PaymentOutcome.State.class));
    }

    private static void saw(
            Map<PaymentOutcome.State, PaymentOutcome> seen, PaymentOutcome outcome) {
        assertThat(seen.put(outcome.state(), outcome)).as("seen before").isNull();
    }

    @ParameterizedTest
    @EnumSource(UnknownCause.class)
    void everyCauseOfNotKnowing(UnknownCause cause) {
        provider.nextPayment().answerIsLost(cause).isPaid();
        Payment order = orders.linked("order-1");
        assertThat(dompet.pay(order)).isEqualTo(new PaymentOutcome.Unknown(cause, "scripted"));
        assertThat(dompet.status(order).state()).isEqualTo(PaymentOutcome.State.PAID);
        provider.nextBind().answerIsLost(cause);
        assertThat(orders.bind("link-2")).isInstanceOf(BindOutcome.Unknown.class);
        provider.nextUnbind().answerIsLost(cause);
        assertThat(dompet.unbind(orders.ovo()))
                .isEqualTo(new UnbindOutcome.Unknown(cause, "scripted"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Decline.Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "NEVER_ARRIVED")
    void everyReasonToDecline(Decline.Reason reason) {
        provider.nextPayment().isDeclined(reason);
        assertThat(dompet.pay(orders.linked("order-1")))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined -> assertThat(declined.decline().reason()).isEqualTo(reason));
        provider.nextBind().isRefused(reason);
        assertThat(orders.bind("link-2")).isInstanceOf(BindOutcome.Refused.class);
        provider.payment("order-1").assertNotCharged();
    }

    @Test
    void everyStateOfALink() {
        Set<BindOutcome.State> seen = EnumSet.noneOf(BindOutcome.State.class);
        provider.nextBind().isBoundAtOnce();
        seen.add(orders.bind("at-once").state());
        provider.nextBind().waitsForTheCustomer();
        var waiting = (BindOutcome.AwaitingCustomer) orders.bind("waiting");
        seen.add(waiting.state());
        seen.add(dompet.completeBind(waiting.attempt()).state());
        String back = provider.customer().confirm(waiting.action()).toString();
        assertThat(back).endsWith("?result=success&order=waiting");
        BindOutcome bound = dompet.completeBind(waiting.attempt(), back);
        assertThat(bound).isInstanceOf(BindOutcome.Bound.class);
        assertThat(dompet.completeBind(waiting.attempt(), back)).isEqualTo(bound);
        provider.nextBind().waitsForTheCustomer();
        var refused = (BindOutcome.AwaitingCustomer) orders.bind("refused");
        provider.customer().cancel(refused.action());
        seen.add(dompet.completeBind(refused.attempt()).state());
        provider.nextBind().isRefusedInTheEnd(Decline.Reason.PHONE_NOT_ACCEPTED);
        var late = (BindOutcome.AwaitingCustomer) orders.bind("late");
        assertThat(dompet.completeBind(late.attempt())).isInstanceOf(BindOutcome.Refused.class);
        provider.nextCompleteBind()
                .answers(new BindOutcome.Unknown(UnknownCause.NO_ANSWER, "scripted"));
        seen.add(dompet.completeBind(waiting.attempt()).state());
        assertThat(seen).isEqualTo(EnumSet.allOf(BindOutcome.State.class));
    }

    @Test
    void everyStateOfARefund() {
        Payment paid = orders.linked("order-1");
        dompet.pay(paid);
        Map<RefundOutcome.State, RefundOutcome> seen = new EnumMap<>(RefundOutcome.State.class);
        Function<String, Refund> one = reference -> orders.refund(reference, paid, 1_000);
        saw(seen, dompet.refund(one.apply("refunded")));
        provider.nextRefund().staysPending();
        saw(seen, dompet.refund(one.apply("pending")));
        provider.nextRefund().isDeclined(Decline.Reason.OTHER);
        saw(seen, dompet.refund(one.apply("declined")));
        provider.nextRefund().neverArrives();
        saw(seen, dompet.refund(one.apply("lost")));
        saw(seen, dompet.refundStatus(one.apply("lost")));
        assertThat(seen.keySet()).isEqualTo(EnumSet.allOf(RefundOutcome.State.class));
        assertThat(provider.payment("order-1").charged()).contains(Money.idr(24_000));
    }

    private static void saw(Map<RefundOutcome.State, RefundOutcome> seen, RefundOutcome outcome) {
        assertThat(seen.put(outcome.state(), outcome)).as("seen before").isNull();
    }

    @Test
    void everyExceptionThatAProviderCanCause() {
        Payment order = orders.linked("order-1");
        Map<Class<? extends DompetException>, Function<PaymentScript, PaymentScript>> scripts =
                Map.of(
                        DompetException.Unavailable.class,
                        PaymentScript::isUnavailable,
                        DompetException.RateLimited.class,
                        script -> script.isRateLimited(Duration.ofMinutes(1)),
                        DompetException.CredentialsRefused.class,
                        PaymentScript::findsCredentialsWrong,
                        DompetException.BindingUnusable.class,
                        PaymentScript::findsTheBindingUnusable,
                        DompetException.InvalidRequest.class,
                        script -> script.findsTheRequestInvalid("too long"),
                        DompetException.ProviderFault.class,
                        PaymentScript::meetsABug);
        scripts.forEach(
                (kind, how) -> {
                    PaymentScript unused = how.apply(provider.nextPayment());
                    assertThatThrownBy(() -> dompet.pay(order)).isExactlyInstanceOf(kind);
                });
        provider.payment("order-1").assertNotCharged();
        assertThat(provider.payment("order-1").timesSent()).isZero();
        dompet.pay(order);
        provider.payment("order-1").assertChargedOnce(Money.idr(25_000));
    }

    @Test
    void questionsFailAndAnswerAsTold() {
        Binding ovo = orders.ovo();
        provider.nextBalance().isUnavailable();
        assertThatThrownBy(() -> dompet.balance(ovo))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(dompet.balance(ovo).cash()).isEqualTo(Money.idr(1_000_000));
        provider.walletsHold(Money.idr(5), java.util.Optional.of(Money.idr(7)));
        assertThat(dompet.balance(ovo).points()).contains(Money.idr(7));
        assertThat(dompet.topUpInstructions(ovo)).hasSize(1);
        provider.nextTopUpInstructions().answers(java.util.List.of());
        assertThat(dompet.topUpInstructions(ovo)).isEmpty();
        provider.nextStatus().isRateLimited(Duration.ofMinutes(1));
        assertThatThrownBy(() -> dompet.status(orders.linked("order-1")))
                .isInstanceOf(DompetException.RateLimited.class);
        provider.nextRefundStatus()
                .answers(new RefundOutcome.Unknown(UnknownCause.SERVER_ERROR, "scripted"));
        assertThat(dompet.refundStatus(orders.refund("refund-1", orders.linked("order-1"), 1_000)))
                .isInstanceOf(RefundOutcome.Unknown.class);
    }

    @Test
    void whatAWalletCannotDoIsRefusedByTheFacade() {
        BindRequest request =
                new BindRequest("link-9", new Wallet("KANTONG"), Orders.BUDI, Orders.RETURN);
        assertThatThrownBy(() -> dompet.bind(request))
                .isInstanceOf(DompetException.Unsupported.class);
    }
}
