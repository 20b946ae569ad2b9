package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Customer;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Points;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is sent. */
final class DuitkuPaymentRulesTest {
    private static final Given GIVEN = new Given();

    static Stream<Arguments> refused() {
        Payment ovo = GIVEN.payment(Wallet.OVO);
        Payment shopee = GIVEN.payment(Wallet.SHOPEEPAY);
        return Stream.of(
                Arguments.of("sen", GIVEN.payment(Wallet.OVO, Money.of("10000.50", "IDR"))),
                Arguments.of("at least IDR 10000", GIVEN.payment(Wallet.OVO, Money.idr(9_999))),
                Arguments.of("IDR only", GIVEN.payment(Wallet.OVO, Money.of("10000", "USD"))),
                Arguments.of(
                        "line items",
                        ovo.withItems(
                                List.of(
                                        new LineItem("a", 1, Money.of("5000.50", "IDR")),
                                        new LineItem("b", 1, Money.of("4999.50", "IDR"))))),
                Arguments.of("e-mail", mailed("a".repeat(39) + "@example.com")),
                Arguments.of("return URL", returning(256)),
                Arguments.of("UNATTENDED", ovo.unattended()),
                Arguments.of("points", ovo.withPoints(Points.asManyAsPossible())),
                Arguments.of("points", ovo.withPoints(Points.exactly(Money.idr(1_000)))),
                Arguments.of("points", shopee.withPoints(Points.exactly(Money.idr(1_000)))),
                Arguments.of("voucher", ovo.withVoucher("HEMAT10")),
                Arguments.of(
                        "no binding",
                        Payment.redirect(
                                "12341234",
                                Given.DUITKU,
                                Wallet.OVO,
                                Given.CUSTOMER,
                                Money.idr(10_000),
                                "Tas Trendy",
                                URI.create("https://merchant.example/return"),
                                Calls.NOW)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatDuitkuWouldNotTakeIsNamedBeforeAnythingIsSent(String field, Payment payment) {
        FakeCall call = Calls.sendingNothing();
        assertThatThrownBy(() -> GIVEN.pay().pay(call, payment))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(field);
        assertThat(call.requests()).isEmpty();
    }

    @Test
    void theLimitsThemselvesAreTaken() {
        for (Payment payment : List.of(mailed("a".repeat(38) + "@example.com"), returning(255))) {
            FakeCall call = Calls.answering(500, "");
            GIVEN.pay().pay(call, payment);
            assertThat(call.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\nb", "a\u0000"})
    void additionalParametersMustBeUrlEncoded(String text) {
        assertThatThrownBy(() -> DuitkuPaymentOptions.ofAdditionalParam(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("URL-encoded");
    }

    @Test
    void additionalParametersHaveAtMost255Characters() {
        assertThat(DuitkuPaymentOptions.ofAdditionalParam("x".repeat(255)).providerType())
                .isEqualTo("duitku");
        assertThatThrownBy(() -> DuitkuPaymentOptions.ofAdditionalParam("x".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesNameTheFieldThatIsTooLong() {
        assertThatThrownBy(
                        () ->
                                new DuitkuPaymentOptions.Address(
                                        "", "", "", "x".repeat(51), "", "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("city");
    }

    private static Payment mailed(String email) {
        return GIVEN.payment(
                Wallet.OVO,
                Money.idr(10_000),
                Customer.of("cust-0001", "John Doe", email, PhoneNumber.of("081234567890")));
    }

    private static Payment returning(int length) {
        String start = "https://merchant.example/";
        Payment plain = GIVEN.payment(Wallet.OVO);
        return new Payment(
                plain.reference(),
                plain.provider(),
                plain.wallet(),
                plain.kind(),
                plain.amount(),
                plain.description(),
                plain.customer(),
                plain.binding(),
                URI.create(start + "a".repeat(length - start.length())),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                plain.createdAt());
    }
}
