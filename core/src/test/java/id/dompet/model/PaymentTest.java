package id.dompet.model;

import static id.dompet.model.Samples.BUDI;
import static id.dompet.model.Samples.NOON;
import static id.dompet.model.Samples.RETURN;
import static id.dompet.model.Samples.binding;
import static id.dompet.model.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"12341234", "1652496148897", "SIM_20230829_0001", "abcde12345", "a.b-c"})
    void theReferencesInTheProvidersDocumentsPass(String reference) {
        assertThat(payment(reference, 10_000).reference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ordër", "123456789012345678901234567890123"})
    void otherReferencesAreRefused(String reference) {
        assertThatThrownBy(() -> payment(reference, 10_000))
                .hasMessageStartingWith("payment references are 1 to 32 letters");
    }

    @Test
    void anAmountOfZeroIsNoPayment() {
        assertThatThrownBy(() -> payment("order-1", 0)).hasMessage("payments are more than zero");
    }

    @Test
    void linesAddUpToTheAmountOrAreRefused() {
        LineItem coffee = new LineItem("Coffee", 2, Money.idr(6_000));
        LineItem cake = new LineItem("Cake", 1, Money.idr(4_000));
        assertThat(payment().withItems(List.of(coffee, cake)).items()).hasSize(2);
        assertThatThrownBy(() -> payment().withItems(List.of(coffee)))
                .hasMessage("the line items add up to IDR 6000.00, the payment is IDR 10000.00");
    }

    @Test
    void pointsCannotBeMoreThanTheAmount() {
        assertThatThrownBy(() -> payment().withPoints(Points.exactly(Money.idr(10_001))))
                .hasMessage("the points are more than the payment");
    }

    @Test
    void anotherCustomersBindingIsRefused() {
        Customer siti = Customer.of("cust-2", "Siti", "s@x.example", PhoneNumber.of("08129999999"));
        assertThatThrownBy(
                        () ->
                                Payment.linked(
                                        "order-1",
                                        binding(),
                                        siti,
                                        Money.idr(10_000),
                                        "Coffee",
                                        RETURN,
                                        NOON))
                .hasMessage("the binding belongs to another customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/return",
                "https://shop.example/return?x=1",
                "https://u:p@shop.example/return",
                "https://shop.example/return#top",
                "/return",
                "ftp://shop.example/return"
            })
    void returnUrlsThatAProviderWouldSpoilAreRefused(String url) {
        assertThatThrownBy(
                        () ->
                                Payment.linked(
                                        "order-1",
                                        binding(),
                                        BUDI,
                                        Money.idr(10_000),
                                        "Coffee",
                                        URI.create(url),
                                        NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("return URL must");
    }

    @Test
    void itPrintsWithoutPersonalData() {
        assertThat(payment().toString())
                .isEqualTo("Payment[order-1, acme, OVO, LINKED, IDR 10000.00]");
        assertThat(BUDI.toString()).isEqualTo("Customer[cust-1, 62812*****890]");
    }

    @Test
    void theWithersChangeOneThing() {
        Payment changed =
                payment()
                        .withVoucher("HEMAT")
                        .withPoints(Points.asManyAsPossible())
                        .withFailureUrl(URI.create("https://shop.example/failed"))
                        .unattended();
        assertThat(changed.voucher()).contains("HEMAT");
        assertThat(changed.points()).contains(Points.asManyAsPossible());
        assertThat(changed.failureUrl()).isPresent();
        assertThat(changed.kind()).isEqualTo(Payment.Kind.UNATTENDED);
        assertThat(changed.reference()).isEqualTo("order-1");
    }
}
