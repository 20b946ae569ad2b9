package id.dompet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency IDR = Currency.getInstance("IDR");

    @Test
    void equalAmountsAreEqualWhateverTheyWereMadeFrom() {
        assertThat(Money.idr(11_500))
                .isEqualTo(Money.of("11500", "IDR"))
                .isEqualTo(Money.of("11500.00", "IDR"))
                .isEqualTo(new Money(new BigDecimal("1.15E4"), IDR));
    }

    @Test
    void itHasBothWireForms() {
        assertThat(Money.idr(999_999_999).wholeUnits()).isEqualTo(999_999_999L);
        assertThat(Money.idr(10_000).decimalText()).isEqualTo("10000.00");
        assertThat(Money.idr(10_000)).hasToString("IDR 10000.00");
    }

    @Test
    void senAreHeldButAreNotWhole() {
        Money withSen = Money.of("10000.50", "IDR");
        assertThat(withSen.isWhole()).isFalse();
        assertThatThrownBy(withSen::wholeUnits).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void finerThanTheSmallestUnitIsRefusedNotRounded() {
        assertThatThrownBy(() -> Money.of("1.005", "IDR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IDR amounts have at most 2 decimals: 1.005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e5", "10.000,00", "1,000", " 1", "Rp1000", ".5", "NaN"})
    void textThatIsNoPlainNumberIsRefused(String text) {
        assertThatThrownBy(() -> Money.of(text, "IDR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1E1000000000", "12345678901234567", "1E-1000000000"})
    void negativeAndEndlessAmountsAreRefused(String number) {
        BigDecimal amount = new BigDecimal(number);
        assertThatThrownBy(() -> new Money(amount, IDR))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
