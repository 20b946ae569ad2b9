package id.dompet.provider.doku;

import static id.dompet.provider.doku.SnapService.BALANCE;
import static id.dompet.provider.doku.SnapService.BINDING;
import static id.dompet.provider.doku.SnapService.PAYMENT;
import static id.dompet.provider.doku.SnapService.REFUND;
import static id.dompet.provider.doku.SnapService.UNBINDING;

import java.util.Map;

/**
 * The paths of the two generations, in full: their spellings differ from channel to channel ({@code
 * payment-host-to-host}, {@code payment/host-to-host}, {@code debit/payment-host-to-host}), and the
 * archived unbinding paths have no {@code merchant} in them, so each is listed and none is derived.
 * Sources: developers.doku.com, SNAP e-wallet and direct debit pages; their archive, first of all
 * "OVO Open API". Archived paths of CIMB and DANA are not published.
 */
final class SnapPaths {
    /** The same in both generations. */
    static final String TOKEN_B2B = "/authorization/v1/access-token/b2b";

    static final String TOKEN_B2B2C = "/authorization/v1/access-token/b2b2c";
    static final String STATUS = "/orders/v1.0/debit/status";

    private static final String BASE = "/direct-debit/core/v1/";
    private static final Map<SnapService, String> REDIRECT =
            Map.of(
                    PAYMENT, BASE + "debit/payment-host-to-host",
                    REFUND, BASE + "debit/refund");
    private static final Map<SnapService, String> WITHOUT_BALANCE =
            Map.of(
                    BINDING, BASE + "registration-account-binding",
                    UNBINDING, BASE + "registration-account-unbinding",
                    PAYMENT, BASE + "debit/payment-host-to-host",
                    REFUND, BASE + "debit/refund");
    private static final Map<SnapService, String> LINKED =
            Map.of(
                    BINDING, BASE + "registration-account-binding",
                    UNBINDING, BASE + "registration-account-unbinding",
                    BALANCE, BASE + "balance-inquiry",
                    PAYMENT, BASE + "debit/payment-host-to-host",
                    REFUND, BASE + "debit/refund");

    private static final Map<DokuChannel, Map<SnapService, String>> CORE =
            Map.of(
                    DokuChannel.OVO, LINKED,
                    DokuChannel.ALLO, LINKED,
                    DokuChannel.CIMB, WITHOUT_BALANCE,
                    DokuChannel.DANA, REDIRECT,
                    DokuChannel.SHOPEEPAY, REDIRECT);

    private static final Map<DokuChannel, Map<SnapService, String>> ARCHIVED =
            Map.of(
                    DokuChannel.OVO,
                    Map.of(
                            BINDING, "/direct-debit/merchant/ovo/v1.0/registration-account-binding",
                            BALANCE, "/direct-debit/merchant/ovo/v1.0/balance-inquiry",
                            PAYMENT, "/direct-debit/merchant/ovo/v1.0/payment-host-to-host",
                            UNBINDING, "/direct-debit/ovo/v1.0/registration-account-unbinding"),
                    DokuChannel.ALLO,
                    Map.of(
                            BINDING,
                                    "/direct-debit/merchant/allo/v1.0/registration-account-binding",
                            BALANCE, "/direct-debit/merchant/allo/v1.0/balance-inquiry",
                            PAYMENT, "/direct-debit/merchant/allo/v1.0/payment/host-to-host",
                            REFUND, "/direct-debit/merchant/allo/v1.0/debit/refund",
                            UNBINDING, "/direct-debit/allo/v1.0/registration-account-unbinding"),
                    DokuChannel.SHOPEEPAY,
                    Map.of(
                            PAYMENT,
                                    "/direct-debit/merchant/shopeepay/v1.0/debit/payment-host-to-host",
                            REFUND, "/direct-debit/merchant/shopeepay/v1.0/debit/refund"));

    private SnapPaths() {}

    /** Every operation of a channel but status; empty if the generation does not have it. */
    static Map<SnapService, String> of(Generation generation, DokuChannel channel) {
        Map<DokuChannel, Map<SnapService, String>> table =
                switch (generation) {
                    case CORE_V1 -> CORE;
                    case OVO_V1 -> ARCHIVED;
                };
        return table.getOrDefault(channel, Map.of());
    }
}
