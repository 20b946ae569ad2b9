package id.dompet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "0812-3456-7890",
                "0812 3456 7890",
                "0812.3456.7890",
                "(0812) 3456 7890",
                "+6281234567890",
                "+62 812 3456 7890",
                "+62-812-3456-7890",
                "+62 (0)812 3456 7890",
                "+62 0812 3456 7890",
                "6281234567890",
                "62 0812 3456 7890",
                "006281234567890",
                "0062 812 3456 7890",
                "81234567890",
                "  081234567890\t",
                "0812\u00a03456\u20117890"
            })
    void everyUsualSpellingIsTheSameNumber(String spelling) {
        PhoneNumber phone = PhoneNumber.of(spelling);
        assertThat(phone.international()).isEqualTo("6281234567890");
        assertThat(phone.local()).isEqualTo("081234567890");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0812",
                "0812345x7890",
                "0215551234",
                "+6581234567",
                "+1 812 345 6789 01",
                "08123456789012345",
                "six two eight",
                "0812;3456;7890",
                "\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"
            })
    void anythingElseIsRefusedWithoutBeingRepeated(String spelling) {
        assertThatThrownBy(() -> PhoneNumber.of(spelling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an Indonesian mobile number")
                .hasMessageNotContaining("3456");
    }

    @Test
    void itPrintsMasked() {
        assertThat(PhoneNumber.of("081234567890")).hasToString("62812*****890");
        assertThat(PhoneNumber.of("0812345678").toString()).doesNotContain("345");
    }
}
