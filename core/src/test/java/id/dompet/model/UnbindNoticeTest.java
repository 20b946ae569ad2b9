package id.dompet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnbindNoticeTest {
    @Test
    void ovoDemandsItsWordsInBothLanguages() {
        UnbindNotice english =
                UnbindNotice.of(Wallet.OVO, Locale.ENGLISH, "Toko Kopi").orElseThrow();
        assertThat(english.text())
                .startsWith("Unlink OVO?")
                .contains("in the Toko Kopi App")
                .contains("cs@ovo.id")
                .doesNotContain("Keterangan");
        assertThat(english.keep()).isEqualTo("No");
        assertThat(english.unbind()).isEqualTo("Unlink");

        UnbindNotice indonesian =
                UnbindNotice.of(Wallet.OVO, Locale.forLanguageTag("id-ID"), "Toko Kopi")
                        .orElseThrow();
        assertThat(indonesian.text())
                .startsWith("Memutus Tautan (Unlink) Akun OVO?")
                .contains("pada Aplikasi Toko Kopi atau")
                .contains("1500696");
        assertThat(indonesian.keep()).isEqualTo("Tidak");
        assertThat(indonesian.unbind()).isEqualTo("Putuskan Tautan");
    }

    @Test
    void noOtherWalletDemandsAny() {
        assertThat(UnbindNotice.of(Wallet.SHOPEEPAY, Locale.ENGLISH, "Toko Kopi")).isEmpty();
    }
}
