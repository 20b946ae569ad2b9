package id.dompet.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
