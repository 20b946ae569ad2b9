package id.dompet.provider.duitku;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.Secret;
import id.dompet.sign.HmacKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Callbacks to open, and what became of them. */
final class Callbacks {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String MD5 = "9fa2fe7d78551dff34c039f34bd0c9da";
    static final String HMAC = "2db610d5dd7264d47790c98e4f9b757791eea9d421b29518bdeafb8aa93facb3";
    static final String UNSIGNED =
            "merchantCode=D0001&amount=150000&merchantOrderId=ORDER123"
                    + "&productDetail=Pembayaran+untuk+Toko+Contoh&additionalParam=&paymentCode=OL"
                    + "&resultCode=00&merchantUserId=test%40example.com"
                    + "&reference=DXXXXCX80TXXX5Q70QCI&publisherOrderId=MGUHWKJX3M1KMSQN5"
                    + "&spUserHash=xxxyyyzzz&settlementDate=2023-07-25&issuerCode=93600523"
                    + "&signature=";
    static final String GENUINE = UNSIGNED + HMAC;

    private Callbacks() {}

    static InboundRequest sentBy(String peer) throws UnknownHostException {
        return new InboundRequest(
                "POST",
                "/notify",
                Map.of("Content-Type", List.of(FORM)),
                Body.utf8(GENUINE),
                Optional.of(InetAddress.getByName(peer)));
    }

    static InboundRequest typed(List<String> types) {
        return InboundRequest.of(
                "POST",
                "/notify",
                types.isEmpty() ? Map.of() : Map.of("content-type", types),
                GENUINE.getBytes(UTF_8));
    }

    static InboundRequest post(String body) {
        return post(body.getBytes(UTF_8));
    }

    static InboundRequest post(byte[] body) {
        return InboundRequest.of("POST", "/notify", Map.of("Content-Type", List.of(FORM)), body);
    }

    static String sign(String amount, String order) {
        return HexFormat.of()
                .formatHex(
                        HmacKey.sha256(Secret.of(Given.KEY))
                                .of(("D0001" + amount + order).getBytes(UTF_8)));
    }

    static Given legacy() {
        return new Given(Given.sandbox().with("signature-scheme", "legacy"));
    }

    static Notification open(String body) {
        return open(new Given(), post(body));
    }

    static Notification open(Given instance, InboundRequest request) {
        return instance.notifications().open(Calls.sendingNothing(), request);
    }

    static Notification.Verified verified(Notification notification) {
        assertVerified(notification);
        return (Notification.Verified) notification;
    }

    static void assertVerified(Notification notification) {
        assertThat(notification).isInstanceOf(Notification.Verified.class);
    }

    static void assertRejected(Notification notification, int status) {
        assertThat(notification)
                .isInstanceOfSatisfying(
                        Notification.Rejected.class,
                        rejected -> assertThat(rejected.reply().status()).isEqualTo(status));
    }

    static PaymentReported event(Notification.Verified verified) {
        return (PaymentReported) verified.event();
    }
}
