package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.HttpFailure;
import id.dompet.model.Customer.Device;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.DompetException.Unsupported;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Points;
import id.dompet.model.ReturnHint;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DokuPayTest {
    private static final String PAGE = "https://sandbox.doku.com/direct-debit/ui/payment/core/32";

    private final Given given = new Given();

    private PaymentOutcome pay(String answer, Payment payment) {
        given.doku.then(200, answer);
        return given.pay().pay(given.call(), payment);
    }

    private static String accepted(String more) {
        return "{\"responseCode\":\"2005400\",\"responseMessage\":\"Successful\""
                + ",\"referenceNo\":\"1234\""
                + more
                + "}";
    }

    @Test
    void aSaleSendsTheCustomerToDokusPage() {
        assertThat(pay(accepted(",\"webRedirectUrl\":\"" + PAGE + "\""), given.payment()))
                .isEqualTo(
                        new PaymentOutcome.AwaitingCustomer(
                                URI.create(PAGE), Optional.empty(), Optional.of("1234")));
    }

    @Test
    void aRecurringDebitIsUnderWayNeverPaid() {
        assertThat(pay(accepted(""), given.payment().unattended()))
                .isEqualTo(new PaymentOutcome.Processing(Optional.of("1234")));
    }

    @Test
    void aJumpAppPaymentEndsWhenItWasSentTo() {
        assertThat(
                        pay(
                                accepted(",\"webRedirectUrl\":\"" + PAGE + "\""),
                                Given.redirect(Wallet.SHOPEEPAY)))
                .isEqualTo(
                        new PaymentOutcome.AwaitingCustomer(
                                URI.create(PAGE),
                                Optional.of(Instant.parse("2025-01-15T04:20:30Z")),
                                Optional.of("1234")));
    }

    @ParameterizedTest
    @CsvSource({"app,https://dana.example/deep", "web," + PAGE})
    void anAppGetsTheWalletsOwnLink(String channel, String expected) {
        Payment payment =
                Payment.redirect(
                        "INV-0008",
                        Given.DOKU,
                        Wallet.DANA,
                        Given.CUSTOMER.on(
                                new Device("95221", "203.0.113.7", channel, "m", "android")),
                        Money.idr(99_000),
                        "Tas",
                        URI.create("https://merchant.example/paid"),
                        FakeDoku.NOW);
        PaymentOutcome outcome =
                pay(
                        accepted(
                                ",\"webRedirectUrl\":\""
                                        + PAGE
                                        + "\",\"additionalInfo\":{\"webRedirectUrl\":"
                                        + "\"https://dana.example/deep\"}"),
                        payment);
        assertThat(((PaymentOutcome.AwaitingCustomer) outcome).action()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"webRedirectUrl\":\"http://evil.example/\"",
                ",\"webRedirectUrl\":\"https://user@evil.example/\"",
                ",\"webRedirectUrl\":\"javascript:alert(1)\"",
                ",\"webRedirectUrl\":\"intent://x\"",
            })
    void aPageThatCannotBeOpenedSafelyIsNotShown(String more) {
        assertThat(pay(accepted(more), given.payment()))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .isEqualTo(UnknownCause.UNREADABLE_ANSWER));
        assertThat(pay(accepted(""), Given.redirect(Wallet.DANA)))
                .isInstanceOf(PaymentOutcome.Unknown.class);
    }

    @Test
    void anAnswerAboutAnotherPaymentIsUnknown() {
        assertThat(pay(accepted(",\"partnerReferenceNo\":\"OTHER\""), given.payment()))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .isEqualTo(UnknownCause.REFERENCE_DIFFERS));
    }

    @Test
    void aLostAnswerIsLeftToCoreAndNothingIsSentAgain() {
        given.doku.then(new HttpFailure.NoAnswer("reset", null));
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.pay().pay(call, given.payment()))
                .isInstanceOf(HttpFailure.NoAnswer.class);
        assertThat(Sent.operations(call)).hasSize(1);
    }

    @Test
    void aBindingThatIsNotInTheStoreIsUnusable() {
        Payment payment = given.payment();
        given.credentials.stored().clear();
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.pay().pay(call, payment))
                .isInstanceOf(BindingUnusable.class);
        assertThat(Sent.operations(call)).isEmpty();
    }

    private void isRefused(Payment payment, String sentence) {
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.pay().pay(call, payment))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(sentence);
        assertThat(call.requests()).isEmpty();
    }

    @Test
    void limitsOfTheChannelsAreCheckedBeforeAnythingIsSent() {
        isRefused(
                given.payment(Given.CIMB, "1234567890123", Given.CUSTOMER),
                "payment reference: CIMB takes at most 12 characters, not 13");
        isRefused(
                given.payment(Given.ALLO, "INV-1", Given.CUSTOMER.on(Given.PHONE)),
                "payment reference: ALLO takes at least 32 characters, not 5");
        isRefused(given.payment().withVoucher("V"), "voucher");
        isRefused(given.payment().withPoints(Points.asManyAsPossible()), "use Points.exactly");
        isRefused(
                given.payment(Given.CIMB, "INV-1", Given.CUSTOMER)
                        .withPoints(Points.exactly(Money.idr(1))),
                "points: DOKU takes points for OVO and ALLO only, not for CIMB");
        isRefused(
                given.payment(Given.CIMB, "INV-1", Given.CUSTOMER).unattended(),
                "with the customer at hand only");
        isRefused(
                Payment.linked(
                        "INV-1",
                        given.linked(Wallet.OVO),
                        Given.CUSTOMER,
                        Money.of("10.00", "USD"),
                        "x",
                        URI.create("https://merchant.example/paid"),
                        FakeDoku.NOW),
                "amount: DOKU takes IDR only, not USD");
    }

    @Test
    void theDeviceIsCheckedBeforeAnythingIsSent() {
        Payment bare =
                Payment.redirect(
                        "INV-1",
                        Given.DOKU,
                        Wallet.DANA,
                        Given.CUSTOMER,
                        Money.idr(1),
                        "x",
                        URI.create("https://merchant.example/paid"),
                        FakeDoku.NOW);
        isRefused(bare, "DANA needs the customer's device and IP address");
        Payment v6 =
                Payment.redirect(
                        "INV-1",
                        Given.DOKU,
                        Wallet.DANA,
                        Given.CUSTOMER.on(new Device("1", "2001:db8::1", "app", "m", "ios")),
                        Money.idr(1),
                        "x",
                        URI.create("https://merchant.example/paid"),
                        FakeDoku.NOW);
        isRefused(v6, "DOKU takes an IPv4 address");
        isRefused(
                Payment.redirect(
                        "INV-1",
                        Given.DOKU,
                        Wallet.SHOPEEPAY,
                        Given.CUSTOMER.on(Given.PHONE),
                        Money.idr(1),
                        "x",
                        URI.create("https://merchant.example/" + "p".repeat(240)),
                        FakeDoku.NOW),
                "return URL: DOKU takes at most 255 characters for SHOPEEPAY");
    }

    @Test
    void aWalletOfTheOtherGenerationIsUnsupported() {
        Given archived = new Given(Given.archived());
        FakeCall call = archived.call();
        assertThatThrownBy(() -> archived.pay().pay(call, Given.redirect(Wallet.DANA)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("api=ovo-v1.0 has no payment for DANA");
        assertThat(call.requests()).isEmpty();
    }

    @Test
    void aBrowserSaysNothing() {
        assertThat(given.pay().returned(given.payment(), Map.of("status", "SUCCESS")))
                .isEqualTo(ReturnHint.nothing());
    }
}
