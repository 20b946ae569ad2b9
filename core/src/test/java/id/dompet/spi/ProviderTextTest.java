package id.dompet.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTextTest {
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.QxTz7LmNw2VbKc8R.h5JkPq";

    @Test
    void whatNobodyMayReadIsHidden() {
        assertThat(
                        ProviderText.clean(
                                "Budi (0812-3456-7890) sent pin42 and " + TOKEN, List.of("PIN42")))
                .doesNotContain("3456", "pin42", "eyJhbGci");
    }

    @Test
    void aTokenThatIsCutIsHiddenWithItsBeginning() {
        String words = "a".repeat(3_960) + " ";
        for (int before = 0; before < TOKEN.length(); before++) {
            String cut = words + " ".repeat(before) + TOKEN + " and more";
            assertThat(ProviderText.clean(cut, List.of())).doesNotContain("QxTz7LmN", "h5JkPq");
        }
    }

    @Test
    void wordsAreShort() {
        assertThat(ProviderText.clean("no ".repeat(2_000), List.of())).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "-100",
                "2007300",
                "A1b2C3d4",
                "link_ended",
                "LINK.ENDED",
                "insufficient-funds",
                "PAY_1034",
                "unauthorised"
            })
    void codesAndWordsAreQuoted(String code) {
        assertThat(ProviderText.code(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "081234567890",
                "PAY_081234567890",
                "3f2a9c41d7e84b06a5c1",
                "sk_live_51H8x2eK9",
                "abcdefghijklmnopqrstuvwxyzabcdef",
                "123e4567-e89b-12d3-a456-426614174000",
                "link\nended",
                "a_b_c_d_e_f_g_h_i"
            })
    void whatCouldBeSomethingElseIsNot(String text) {
        assertThat(ProviderText.code(text)).isEqualTo("that is not readable");
    }
}
