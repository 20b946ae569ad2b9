package id.dompet.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a wallet obliges a merchant to show before it ends a binding. OVO's compliance team fixed
 * the words (Duitku Account Link V1.1, section 8, "Persyaratan tambahan OVO"); no other wallet is
 * known to demand any.
 *
 * @param text the question, with the merchant's name filled in
 * @param keep the label of the button that leaves things as they are
 * @param unbind the label of the button that ends the binding
 */
public record UnbindNotice(String text, String keep, String unbind) {

    /**
     * The notice a wallet demands, in Indonesian for {@code id} (and Java's older {@code in}), in
     * English for every other language.
     *
     * @param partnerName the name of the merchant's app, as customers know it
     */
    public static Optional<UnbindNotice> of(Wallet wallet, Locale language, String partnerName) {
        if (!wallet.equals(Wallet.OVO)) {
            return Optional.empty();
        }
        Texts.require("partner name", partnerName, 100);
        return Optional.of(isIndonesian(language) ? ovoIn(partnerName) : ovoEn(partnerName));
    }

    private static boolean isIndonesian(Locale language) {
        return language.getLanguage().equals(Locale.forLanguageTag("id").getLanguage());
    }

    // The document's English text ends in "for more Keterangan", one Indonesian word left over from
    // a search and replace; "information" is what stood there.
    private static UnbindNotice ovoEn(String partner) {
        return new UnbindNotice(
                "Unlink OVO? To use your remaining OVO Cash and OVO Points balance, you'll need to"
                        + " reactivate OVO in the "
                        + partner
                        + " App or download OVO app for more functionalities such as P2P transfer"
                        + " and withdrawal to bank account. Contact cs@ovo.id for more information.",
                "No",
                "Unlink");
    }

    private static UnbindNotice ovoIn(String partner) {
        return new UnbindNotice(
                "Memutus Tautan (Unlink) Akun OVO? Untuk menggunakan saldo OVO Cash dan OVO Points,"
                        + " Anda harus mengaktifkan kembali Akun OVO Anda pada Aplikasi "
                        + partner
                        + " atau download Aplikasi OVO untuk menikmati fungsi-fungsi lainnya"
                        + " seperti transfer dan penarikan dana ke rekening bank. Hubungi cs@ovo.id"
                        + " atau 1500696 untuk informasi lebih lanjut.",
                "Tidak",
                "Putuskan Tautan");
    }
}
