package id.dompet.testkit.doku;

import static id.dompet.testkit.doku.DokuOperation.ACCOUNT_BINDING;
import static id.dompet.testkit.doku.DokuOperation.ACCOUNT_UNBINDING;
import static id.dompet.testkit.doku.DokuOperation.BALANCE_INQUIRY;
import static id.dompet.testkit.doku.DokuOperation.CARD_REGISTRATION;
import static id.dompet.testkit.doku.DokuOperation.CARD_UNBINDING;
import static id.dompet.testkit.doku.DokuOperation.CHECK_STATUS;
import static id.dompet.testkit.doku.DokuOperation.DOKU_WALLET;
import static id.dompet.testkit.doku.DokuOperation.OTP_VERIFICATION;
import static id.dompet.testkit.doku.DokuOperation.PAYMENT;
import static id.dompet.testkit.doku.DokuOperation.REFUND;
import static id.dompet.testkit.doku.DokuOperation.TOKEN_B2B;
import static id.dompet.testkit.doku.DokuOperation.TOKEN_B2B2C;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which path asks for what. Full paths, because their spelling follows no rule: the payment of
 * three archive channels is written in three ways, and archive unbinding lacks the {@code merchant}
 * segment (OVO Open API; Allobank; ShopeePay).
 */
final class Routes {

    static final String BINDING_PAGE = "/direct-debit/ui/binding/";
    static final String PAYMENT_PAGE = "/direct-debit/ui/payment/";

    /**
     * Where a request goes.
     *
     * @param operation what it asks for
     * @param generation of its path
     * @param channel the channel the path names, in the archive generation
     */
    record Route(DokuOperation operation, Generation generation, Optional<DokuChannel> channel) {}

    private static final String CORE = "/direct-debit/core/v1/";
    private static final String TOKEN = "/authorization/v1/access-token/";
    private static final String WALLET_FAMILY = "/snap-adapter/b2b/v1.0/";
    private static final Map<String, Route> PATHS = paths();

    private Routes() {}

    /** The paths of all signed calls, in a stable order. */
    static List<String> signedPaths() {
        return PATHS.entrySet().stream()
                .filter(entry -> entry.getValue().operation().isSigned())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static Route of(String path) {
        Route known = PATHS.get(path);
        if (known != null) {
            return known;
        }
        if (path.startsWith(BINDING_PAGE)) {
            return current(DokuOperation.BINDING_PAGE);
        }
        if (path.startsWith(PAYMENT_PAGE)) {
            return current(DokuOperation.PAYMENT_PAGE);
        }
        return current(path.startsWith(WALLET_FAMILY) ? DOKU_WALLET : DokuOperation.UNKNOWN);
    }

    private static Map<String, Route> paths() {
        Map<String, Route> paths = new HashMap<>();
        paths.put(TOKEN + "b2b", current(TOKEN_B2B));
        paths.put(TOKEN + "b2b2c", current(TOKEN_B2B2C));
        paths.put(CORE + "registration-account-binding", current(ACCOUNT_BINDING));
        paths.put(CORE + "balance-inquiry", current(BALANCE_INQUIRY));
        paths.put(CORE + "debit/payment-host-to-host", current(PAYMENT));
        paths.put(CORE + "debit/refund", current(REFUND));
        paths.put(CORE + "registration-account-unbinding", current(ACCOUNT_UNBINDING));
        paths.put(CORE + "registration-card-bind", current(CARD_REGISTRATION));
        paths.put(CORE + "registration-card-unbind", current(CARD_UNBINDING));
        paths.put(CORE + "otp-verification", current(OTP_VERIFICATION));
        paths.put("/orders/v1.0/debit/status", current(CHECK_STATUS));
        archive(paths);
        return Map.copyOf(paths);
    }

    private static void archive(Map<String, Route> paths) {
        DokuChannel ovo = DokuChannel.OVO;
        String merchant = "/direct-debit/merchant/";
        paths.put(merchant + "ovo/v1.0/registration-account-binding", old(ACCOUNT_BINDING, ovo));
        paths.put(merchant + "ovo/v1.0/balance-inquiry", old(BALANCE_INQUIRY, ovo));
        paths.put(merchant + "ovo/v1.0/payment-host-to-host", old(PAYMENT, ovo));
        paths.put(
                "/direct-debit/ovo/v1.0/registration-account-unbinding",
                old(ACCOUNT_UNBINDING, ovo));
        DokuChannel allo = DokuChannel.ALLO;
        paths.put(merchant + "allo/v1.0/registration-account-binding", old(ACCOUNT_BINDING, allo));
        paths.put(merchant + "allo/v1.0/balance-inquiry", old(BALANCE_INQUIRY, allo));
        paths.put(merchant + "allo/v1.0/payment/host-to-host", old(PAYMENT, allo));
        paths.put(merchant + "allo/v1.0/debit/refund", old(REFUND, allo));
        paths.put(
                "/direct-debit/allo/v1.0/registration-account-unbinding",
                old(ACCOUNT_UNBINDING, allo));
        DokuChannel shopee = DokuChannel.SHOPEE_PAY;
        String shopeePath = merchant + "shopeepay/v1.0/debit/";
        paths.put(shopeePath + "payment-host-to-host", old(PAYMENT, shopee));
        paths.put(shopeePath + "refund", old(REFUND, shopee));
        // DANA's archive page prints no path; this is ShopeePay's with the other name.
        String danaPath = merchant + "dana/v1.0/debit/";
        paths.put(danaPath + "payment-host-to-host", old(PAYMENT, DokuChannel.DANA));
        paths.put(danaPath + "refund", old(REFUND, DokuChannel.DANA));
        String bri = "/wtd-direct-debit-snap-bri/snap/v1.0/";
        paths.put(bri + "registration-card-bind", old(CARD_REGISTRATION, DokuChannel.BRI));
        paths.put(bri + "otp-verification", old(OTP_VERIFICATION, DokuChannel.BRI));
        paths.put(bri + "debit/payment-host-to-host", old(PAYMENT, DokuChannel.BRI));
        paths.put(bri + "debit/refund", old(REFUND, DokuChannel.BRI));
    }

    private static Route current(DokuOperation operation) {
        return new Route(operation, Generation.CURRENT, Optional.empty());
    }

    private static Route old(DokuOperation operation, DokuChannel channel) {
        return new Route(operation, Generation.ARCHIVE, Optional.of(channel));
    }
}
