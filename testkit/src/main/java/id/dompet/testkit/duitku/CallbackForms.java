package id.dompet.testkit.duitku;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the genuine callback of a transaction (Callback and Redirect, section 4). */
final class CallbackForms {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final String merchantCode;
    private final Clock clock;
    private final Tokens tokens;

    CallbackForms(String merchantCode, Clock clock, Tokens tokens) {
        this.merchantCode = merchantCode;
        this.clock = clock;
        this.tokens = tokens;
    }

    CallbackForm write(Transaction transaction, String resultCode, CallbackSigner signer) {
        Order order = transaction.order();
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("merchantCode", merchantCode));
        fields.add(Map.entry("amount", Long.toString(order.amount())));
        fields.add(Map.entry("merchantOrderId", order.id()));
        fields.add(Map.entry("productDetail", order.productDetails()));
        fields.add(Map.entry("additionalParam", order.additionalParam()));
        fields.add(Map.entry("paymentCode", order.channel().code()));
        fields.add(Map.entry("resultCode", resultCode));
        fields.add(Map.entry("merchantUserId", order.merchantUserInfo()));
        fields.add(Map.entry("reference", transaction.reference()));
        fields.add(Map.entry("signature", ""));
        fields.add(Map.entry("publisherOrderId", transaction.publisherOrderId()));
        if (order.channel() == Channel.SHOPEEPAY) {
            fields.add(Map.entry("spUserHash", tokens.walletUserHash()));
        }
        LocalDate settlement = LocalDate.ofInstant(clock.instant(), JAKARTA).plusDays(1);
        fields.add(Map.entry("settlementDate", settlement.toString()));
        CallbackForm unsigned = new CallbackForm(fields);
        return unsigned.with("signature", signer.sign(unsigned));
    }
}
