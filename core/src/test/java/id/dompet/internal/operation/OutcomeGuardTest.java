package id.dompet.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.HttpFailure;
import id.dompet.internal.operation.OutcomeGuard.Refusals;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant gets for whatever a port did during {@code pay}. */
class OutcomeGuardTest {
    private final ScriptedTransport transport = new ScriptedTransport();

    private PaymentOutcome pay(Function<HttpCall, @Nullable PaymentOutcome> port) {
        return pay(Refusals.CREDENTIALS, port);
    }

    private PaymentOutcome pay(
            Refusals refusals, Function<HttpCall, @Nullable PaymentOutcome> port) {
        HttpCall call =
                TestCalls.over(transport, new ManualTime())
                        .start(Operation.PAY, Duration.ofSeconds(30));
        return OutcomeGuard.change(
                call, refusals, () -> port.apply(call), PaymentOutcome.Unknown::new);
    }

    private static Function<HttpCall, @Nullable PaymentOutcome> send(RuntimeException then) {
        return call -> {
            call.send(TestCalls.change());
            throw then;
        };
    }

    private static void assertUnknown(PaymentOutcome outcome, UnknownCause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }

    @Test
    void anOutcomeIsHandedOn() {
        PaymentOutcome declined =
                new PaymentOutcome.Declined(Decline.of(Decline.Reason.RISK, "no"));
        assertThat(pay(call -> declined)).isSameAs(declined);
    }

    @Test
    void notSentMeansUnavailableBecauseNothingHappened() {
        transport.fail(new HttpFailure.NotSent("connection refused", null));
        assertThatThrownBy(() -> pay(send(new IllegalStateException())))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessage("acme: connection refused");
    }

    @Test
    void noAnswerToTheChargeIsUnknown() {
        transport.fail(new HttpFailure.NoAnswer("reset", null));
        assertUnknown(pay(send(new IllegalStateException())), UnknownCause.NO_ANSWER);
    }

    @Test
    void noAnswerToATokenRequestBeforeTheChargeMeansNothingHappened() {
        transport.fail(new HttpFailure.NoAnswer("reset", null));
        assertThatThrownBy(
                        () ->
                                pay(
                                        call -> {
                                            call.send(TestCalls.question());
                                            return null;
                                        }))
                .isInstanceOf(DompetException.Unavailable.class);
    }

    @Test
    void notSentAfterAChargeThatLeftIsUnknown() {
        transport.answer(200).fail(new HttpFailure.NotSent("refused", null));
        PaymentOutcome outcome =
                pay(
                        call -> {
                            call.send(TestCalls.change());
                            call.send(TestCalls.question());
                            return null;
                        });
        assertUnknown(outcome, UnknownCause.NO_ANSWER);
    }

    @Test
    void aRefusalBeforeAnythingWasSentIsThrown() {
        assertThatThrownBy(
                        () ->
                                pay(
                                        call -> {
                                            throw new DompetException.InvalidRequest(
                                                    TestCalls.ACME, "sen");
                                        }))
                .isInstanceOf(DompetException.InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 408, 409, 429, 500})
    void refusedCredentialsOnAnyOtherStatusAreNotBelieved(int status) {
        transport.answer(status);
        assertUnknown(
                pay(send(new DompetException.CredentialsRefused(TestCalls.ACME, "", "key"))),
                UnknownCause.PROVIDER_FAULT);
    }

    @Test
    void refusedCredentialsAreThrownOn403() {
        transport.answer(403);
        assertThatThrownBy(
                        () ->
                                pay(
                                        send(
                                                new DompetException.CredentialsRefused(
                                                        TestCalls.ACME, "", "key"))))
                .isInstanceOf(DompetException.CredentialsRefused.class);
    }

    @Test
    void anyOtherExceptionAfterTheChargeLeftIsUnknown() {
        transport.answer(200).answer(200).answer(200);
        assertUnknown(
                pay(send(new DompetException.InvalidRequest(TestCalls.ACME, "late"))),
                UnknownCause.PROVIDER_FAULT);
        assertUnknown(
                pay(send(new DompetException.Unavailable(TestCalls.ACME, "late", null))),
                UnknownCause.PROVIDER_FAULT);
        assertUnknown(pay(send(new IllegalStateException("bug"))), UnknownCause.PROVIDER_FAULT);
    }

    @Test
    void errorsAfterTheChargeLeftAreUnknownToo() {
        transport.answer(200).answer(200);
        assertUnknown(
                pay(
                        call -> {
                            call.send(TestCalls.change());
                            throw new NoClassDefFoundError("com/acme/Missing");
                        }),
                UnknownCause.PROVIDER_FAULT);
        assertUnknown(
                pay(
                        call -> {
                            call.send(TestCalls.change());
                            throw new OutOfMemoryError();
                        }),
                UnknownCause.PROVIDER_FAULT);
    }

    @Test
    void whatJavaWouldNotLetItThrowIsUnknownTooAfterTheChargeLeft() {
        transport.answer(200);
        assertUnknown(
                pay(
                        call -> {
                            call.send(TestCalls.change());
                            sneak(new IOException("x"), RuntimeException.class);
                            return null;
                        }),
                UnknownCause.PROVIDER_FAULT);
    }

    /** As Kotlin or generated code would. */
    @SuppressWarnings("UnusedVariable")
    private static <E extends Throwable> void sneak(Throwable e, Class<E> as) throws E {
        @SuppressWarnings("unchecked")
        E cast = (E) e;
        throw cast;
    }

    @Test
    void nothingCanBeSentAfterTheGuardHasDecided() {
        transport.answer(200);
        List<HttpCall> kept = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                pay(
                                        call -> {
                                            kept.add(call);
                                            throw new IllegalStateException("gave up waiting");
                                        }))
                .isInstanceOf(DompetException.ProviderFault.class);
        assertThatThrownBy(() -> kept.get(0).send(TestCalls.change()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void aBugBeforeAnythingWasSentIsAProviderFault() {
        assertThatThrownBy(
                        () ->
                                pay(
                                        call -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(DompetException.ProviderFault.class)
                .hasMessageContaining("before anything was sent");
        assertThatThrownBy(() -> pay(call -> null))
                .isInstanceOf(DompetException.ProviderFault.class);
    }

    @Test
    void nothingReturnedAfterTheChargeLeftIsUnknown() {
        transport.answer(200);
        assertUnknown(
                pay(
                        call -> {
                            call.send(TestCalls.change());
                            return null;
                        }),
                UnknownCause.PROVIDER_FAULT);
    }

    @Test
    void aSecondChargeInOneCallIsNeverSent() {
        transport.answer(500).answer(200);
        PaymentOutcome outcome =
                pay(
                        call -> {
                            call.send(TestCalls.change());
                            call.send(TestCalls.change());
                            return null;
                        });
        assertUnknown(outcome, UnknownCause.PROVIDER_FAULT);
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void withBindingsADocumentedRefusalIsThrownButNotAnOutage() {
        transport.answer(200).answer(200).answer(500);
        assertThatThrownBy(
                        () ->
                                pay(
                                        Refusals.ANY,
                                        send(
                                                new DompetException.Unsupported(
                                                        TestCalls.ACME, "off"))))
                .isInstanceOf(DompetException.Unsupported.class);
        assertUnknown(
                pay(
                        Refusals.ANY,
                        send(new DompetException.Unavailable(TestCalls.ACME, "later", null))),
                UnknownCause.PROVIDER_FAULT);
        assertUnknown(
                pay(Refusals.ANY, send(new DompetException.Unsupported(TestCalls.ACME, "off"))),
                UnknownCause.PROVIDER_FAULT);
    }
}
