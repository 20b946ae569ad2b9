package id.dompet.testkit.page;

/** Every sentence of the wallet's pages, in English and Indonesian. */
public enum Text {
    /** Title: a wallet is to be linked; its name. */
    LINK_TITLE("Link your %s account", "Hubungkan akun %s Anda"),
    /** What a shop may do with a linked wallet. */
    LINK_ALLOWS(
            "The shop will be able to see your balance and to ask for payments from this account."
                    + " You can end the link at any time.",
            "Toko dapat melihat saldo Anda dan meminta pembayaran dari akun ini. Anda dapat"
                    + " memutus hubungan ini kapan saja."),
    /** Button: agrees to a link. */
    LINK("Link account", "Hubungkan akun"),
    /** Title: a payment; the wallet's name. */
    PAY_TITLE("Pay with %s", "Bayar dengan %s"),
    /** Button: agrees to a payment; the amount. */
    PAY("Pay %s", "Bayar %s"),
    /** Button: to the next step. */
    CONTINUE("Continue", "Lanjut"),
    /** Button: refuses. */
    DECLINE("Decline", "Tolak"),
    /** A step; its number, and how many there are. */
    STEP("Step %d of %d", "Langkah %d dari %d"),

    /** Label: a phone number. */
    NUMBER("Number", "Nomor"),
    /** Label: how much. */
    AMOUNT("Amount", "Jumlah"),
    /** Label: what is bought. */
    PRODUCT("For", "Untuk"),
    /** Label: the merchant's reference. */
    ORDER("Order", "Pesanan"),
    /** Label: what the wallet holds. */
    BALANCE("Your balance", "Saldo Anda"),
    /** Label: what is taken from points or coins. */
    FROM_POINTS("From points", "Dari poin"),
    /** Label: what a voucher takes off. */
    VOUCHER("Voucher", "Voucher"),

    /** Label: the PIN. */
    PIN("PIN", "PIN"),
    /** The PIN to type; it. */
    PIN_HINT("This is a simulation. The PIN is %s.", "Ini simulasi. PIN-nya %s."),
    /** Label: the one-time code. */
    OTP("One-time code (OTP)", "Kode sekali pakai (OTP)"),
    /** The code to type; it. */
    OTP_HINT(
            "This is a simulation, no message is sent. The code is %s.",
            "Ini simulasi, tidak ada pesan yang dikirim. Kodenya %s."),
    /** Label: whose wallet. */
    PHONE("Your mobile number", "Nomor HP Anda"),
    /** Which numbers there are. */
    PHONE_HINT(
            "Whose wallet pays. Every Indonesian mobile number has one here.",
            "Dompet siapa yang membayar. Setiap nomor HP Indonesia punya dompet di sini."),

    /** The PIN was wrong; how many tries are left. */
    WRONG_PIN("Wrong PIN. Tries left: %d.", "PIN salah. Sisa percobaan: %d."),
    /** The code was wrong; how many tries are left. */
    WRONG_OTP("Wrong code. Tries left: %d.", "Kode salah. Sisa percobaan: %d."),
    /** The phone number is none. */
    WRONG_PHONE(
            "This is not an Indonesian mobile number. Write it like 081234567890.",
            "Ini bukan nomor HP Indonesia. Tulis seperti 081234567890."),
    /** The wallet holds too little. */
    NOT_ENOUGH(
            "Your balance is not enough for this payment. It will fail if you go on.",
            "Saldo Anda tidak cukup untuk pembayaran ini. Pembayaran akan gagal bila"
                    + " dilanjutkan."),
    /** The time there is; the end of it. */
    UNTIL("Please decide before %s.", "Mohon putuskan sebelum %s."),

    /** Title: too late. */
    EXPIRED_TITLE("Your time is over", "Waktu Anda habis"),
    /** Too late. */
    EXPIRED(
            "This page was open for a limited time, and nobody decided. Nothing was linked or paid"
                    + " here. Go back to the shop and start again.",
            "Halaman ini hanya terbuka untuk waktu tertentu, dan belum ada keputusan. Tidak ada"
                    + " yang dihubungkan atau dibayar di sini. Kembalilah ke toko dan mulai lagi."),
    /** Title: decided already. */
    FINISHED_TITLE("This page has done its work", "Halaman ini sudah selesai"),
    /** Decided already. */
    FINISHED(
            "You have decided here already, and it counts once only. The shop knows what became of"
                    + " it.",
            "Anda sudah memutuskan di sini, dan itu hanya berlaku sekali. Toko tahu"
                    + " hasilnya."),
    /** Title: no such page. */
    MISSING_TITLE("There is no such page", "Halaman ini tidak ada"),
    /** No such page. */
    MISSING(
            "The address is incomplete or was never given out. Go back to the shop and start"
                    + " again.",
            "Alamatnya tidak lengkap atau tidak pernah diberikan. Kembalilah ke toko dan mulai"
                    + " lagi."),
    /** Title: nothing leads back. */
    DONE_TITLE("Done", "Selesai"),
    /** Nothing leads back. */
    DONE("Please go back to the shop.", "Silakan kembali ke toko."),
    /** Link: to the merchant. */
    BACK("Back to the shop", "Kembali ke toko"),

    /** The name above every page. */
    BRAND("Dompet sandbox wallet", "Dompet sandbox"),
    /** The banner on every page. */
    SIMULATION("Simulation: no money moves.", "Simulasi: tidak ada uang yang berpindah."),
    /** The name of the switch between languages. */
    LANGUAGES("Language", "Bahasa");

    private final String english;
    private final String indonesian;

    Text(String english, String indonesian) {
        this.english = english;
        this.indonesian = indonesian;
    }

    String in(Language language, Object... about) {
        String words =
                switch (language) {
                    case ENGLISH -> english;
                    case INDONESIAN -> indonesian;
                };
        return words.formatted(about);
    }
}
