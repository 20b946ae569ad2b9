package id.dompet.testkit.duitku;

import java.util.Map;

/** Which path asks for which operation. */
final class Routes {

    static final String LINK_PAGE = "/wallet/link";
    static final String PAYMENT_PAGE = "/wallet/pay";

    private static final String ACCOUNT_LINK = "/api/accountlinking/v1/";
    private static final String WEB_API = "/webapi/api/merchant/";

    private static final Map<String, DuitkuOperation> PATHS =
            Map.of(
                    ACCOUNT_LINK + "connect",
                    DuitkuOperation.CONNECT,
                    ACCOUNT_LINK + "disconnect",
                    DuitkuOperation.DISCONNECT,
                    ACCOUNT_LINK + "user/info",
                    DuitkuOperation.USER_INFO,
                    ACCOUNT_LINK + "topup/intructions",
                    DuitkuOperation.TOP_UP,
                    WEB_API + "v2/inquiry",
                    DuitkuOperation.INQUIRY,
                    WEB_API + "transactionStatus",
                    DuitkuOperation.TRANSACTION_STATUS,
                    WEB_API + "paymentmethod/getpaymentmethod",
                    DuitkuOperation.PAYMENT_METHODS,
                    LINK_PAGE,
                    DuitkuOperation.LINK_PAGE,
                    PAYMENT_PAGE,
                    DuitkuOperation.PAYMENT_PAGE);

    private Routes() {}

    /** Account link calls have a prefix in the sandbox and none in production. */
    static DuitkuOperation of(String path) {
        String prefix = "/accountlinking";
        String inner =
                path.startsWith(prefix + ACCOUNT_LINK) ? path.substring(prefix.length()) : path;
        return PATHS.getOrDefault(inner, DuitkuOperation.UNKNOWN);
    }
}
