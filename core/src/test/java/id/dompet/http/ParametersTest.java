package id.dompet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @ParameterizedTest
    @CsvSource({
        "a=1&b=2, 1, 2",
        "a=x%20y&b=x+y, x y, x y",
        "a=%C3%A9&b=é, é, é",
        "b=2&a=, '', 2",
        "a&b=%3D, '', =",
        "&a=1&&b=2&, 1, 2"
    })
    void namesAndValuesAreDecoded(String text, String a, String b) throws Exception {
        assertThat(Parameters.read(text)).containsOnly(Map.entry("a", a), Map.entry("b", b));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&%61=2", "a=%", "a=%2", "a=%zz", "a=%C3", "a=%FF"})
    void textWithoutASingleReadingIsRefused(String text) {
        assertThatThrownBy(() -> Parameters.read(text))
                .isInstanceOf(Parameters.Unreadable.class)
                .hasMessageNotContaining("=");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("page", "https://shop.example/?a=1&b=2");
        values.put("name", "Budi \u00e9 100%+");
        values.put("empty", "");
        assertThat(Parameters.read(Parameters.write(values))).isEqualTo(values);
        assertThat(Parameters.write(values))
                .startsWith("page=https%3A%2F%2Fshop.example%2F%3Fa%3D1%26b%3D2&name=Budi+%C3%A9");
        assertThat(Parameters.write(Map.of())).isEmpty();
    }

    @Test
    void nothingIsNothing() throws Exception {
        assertThat(Parameters.read("")).isEmpty();
        assertThat(Parameters.ofReturn("https://shop.example/back")).isEmpty();
    }

    @Test
    void aSecondQuestionMarkInAReturnUrlSeparates() throws Exception {
        assertThat(Parameters.ofReturn("https://shop.example/back?x=1?resultCode=00"))
                .containsOnly(Map.entry("x", "1"), Map.entry("resultCode", "00"));
    }
}
