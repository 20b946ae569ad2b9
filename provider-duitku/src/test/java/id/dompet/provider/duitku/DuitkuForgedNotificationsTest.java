package id.dompet.provider.duitku;

import static id.dompet.provider.duitku.Callbacks.FORM;
import static id.dompet.provider.duitku.Callbacks.GENUINE;
import static id.dompet.provider.duitku.Callbacks.HMAC;
import static id.dompet.provider.duitku.Callbacks.MD5;
import static id.dompet.provider.duitku.Callbacks.UNSIGNED;
import static id.dompet.provider.duitku.Callbacks.assertRejected;
import static id.dompet.provider.duitku.Callbacks.assertVerified;
import static id.dompet.provider.duitku.Callbacks.event;
import static id.dompet.provider.duitku.Callbacks.legacy;
import static id.dompet.provider.duitku.Callbacks.open;
import static id.dompet.provider.duitku.Callbacks.post;
import static id.dompet.provider.duitku.Callbacks.sentBy;
import static id.dompet.provider.duitku.Callbacks.sign;
import static id.dompet.provider.duitku.Callbacks.typed;
import static id.dompet.provider.duitku.Callbacks.verified;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.InboundRequest;
import id.dompet.http.Parameters;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.Secret;
import id.dompet.sign.HmacKey;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that are refused. */
final class DuitkuForgedNotificationsTest {
    private final Given given = new Given();

    @Test
    void theOrderOfTheInquiryDoesNotVerify() {
        assertRejected(open(legacy(), post(UNSIGNED + "39c18c5f14ed3e85eea9560f03aae57a")), 401);
    }

    @Test
    void theOtherSchemeIsRefused() {
        assertRejected(open(UNSIGNED + MD5), 401);
        assertRejected(open(legacy(), post(GENUINE)), 401);
    }

    @Test
    void aFlipOfAnyByteIsRefusedOrChangesNothingThatIsSigned() throws Parameters.Unreadable {
        byte[] genuine = GENUINE.getBytes(UTF_8);
        for (int i = 0; i < genuine.length; i++) {
            for (int flip = 1; flip < 256; flip++) {
                byte[] other = genuine.clone();
                other[i] = (byte) (other[i] ^ flip);
                if (open(given, post(other)) instanceof Notification.Verified verified) {
                    PaymentReported event = event(verified);
                    String text = new String(other, ISO_8859_1);
                    assertThat(event.paymentReference()).as(text).isEqualTo("ORDER123");
                    assertThat(event.amount()).as(text).contains(Money.idr(150_000));
                    assertThat(event.signed()).isFalse();
                    assertThat(Parameters.read(new String(other, UTF_8)))
                            .containsEntry("merchantCode", "D0001")
                            .hasEntrySatisfying(
                                    "signature",
                                    s -> assertThat(s.toLowerCase(Locale.ROOT)).isEqualTo(HMAC));
                }
            }
        }
    }

    @Test
    void everyPrefixOfAGenuineCallbackIsRefused() {
        for (int length = 0; length < GENUINE.length(); length++) {
            assertThat(open(GENUINE.substring(0, length)))
                    .isInstanceOf(Notification.Rejected.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-150000",
                "+150000",
                "150000.50",
                "150000.000",
                "1.5E5",
                "150,000",
                "Rp150000",
                " 150000",
                "0x249F0",
                "١٥٠٠٠٠",
                "9999999999999999",
                "150000.",
                ".00"
            })
    void amountsThatAreNotPlainNumbersAreMalformedHoweverWellSigned(String amount) {
        String body =
                "merchantCode=D0001&amount="
                        + URLEncoder.encode(amount, UTF_8)
                        + "&merchantOrderId=ORDER123&signature="
                        + sign(amount, "ORDER123");
        assertRejected(open(body), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchantCode", "amount", "merchantOrderId", "signature"})
    void theFourFieldsMustBeThereOnceAndNotEmpty(String field) {
        assertRejected(open(GENUINE.replace(field + "=", "x" + field + "=")), 400);
        assertRejected(open(GENUINE.replaceFirst(field + "=[^&]*", field + "=")), 400);
        assertRejected(open(GENUINE.replaceFirst(field + "=[^&]*", field + "=+")), 400);
        assertRejected(open(GENUINE + "&" + field + "=x"), 400);
        assertRejected(open(GENUINE + "&" + field), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&resultCode=01",
                "&reference=x",
                "&%72esultCode=01",
                "&a=%",
                "&a=%f",
                "&a=%zz",
                "&a=%ff",
                "&a=1&a=2",
            })
    void whatHasTwoReadingsIsMalformed(String more) {
        assertRejected(open(GENUINE + more), 400);
    }

    @Test
    void ordersWithControlCharactersOrTooManyAreMalformed() {
        for (String order : List.of("ORDER\n123", "ORDER\u0000", "x".repeat(51))) {
            String body =
                    "merchantCode=D0001&amount=10000&merchantOrderId="
                            + URLEncoder.encode(order, UTF_8)
                            + "&signature="
                            + sign("10000", order);
            assertRejected(open(body), 400);
        }
    }

    @Test
    void anotherMerchantsCallbackIsRefusedEvenWithOurKey() {
        String signature =
                HexFormat.of()
                        .formatHex(
                                HmacKey.sha256(Secret.of(Given.KEY))
                                        .of("D0002150000ORDER123".getBytes(UTF_8)));
        String body = GENUINE.replace("D0001", "D0002").replace(HMAC, signature);
        assertRejected(open(body), 404);
        assertRejected(open(GENUINE.replace("D0001", "d0001")), 404);
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "HEAD", "DELETE", "OPTIONS", "post"})
    void otherMethodsAreNotAllowed(String method) {
        InboundRequest request =
                InboundRequest.of(
                        method,
                        "/notify?" + GENUINE,
                        Map.of("Content-Type", List.of(FORM)),
                        GENUINE.getBytes(UTF_8));
        assertRejected(open(given, request), 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/json",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencodedx",
                "x; application/x-www-form-urlencoded"
            })
    void otherContentTypesAreMalformed(String type) {
        assertRejected(open(given, typed(List.of(type))), 400);
    }

    @Test
    void noContentTypeOrTwoAreMalformed() {
        assertRejected(open(given, typed(List.of())), 400);
        assertRejected(open(given, typed(List.of(FORM, FORM))), 400);
    }

    @Test
    void bodiesAreAtMost64KiB() {
        String filler = GENUINE + "&a=";
        int room = 64 * 1024 - filler.length();
        assertVerified(open(filler + "x".repeat(room)));
        assertRejected(open(filler + "x".repeat(room + 1)), 400);
    }

    @Test
    void noiseIsNeverAcceptedAndNeverThrows() {
        Random random = new Random(20_221_120);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            assertThat(open(given, post(noise))).isInstanceOf(Notification.Rejected.class);
        }
    }

    @Test
    void repliesToStrangersSayNothing() {
        for (String body : List.of("", "x", GENUINE.replace("150000", "150001"))) {
            Notification.Rejected rejected = (Notification.Rejected) open(body);
            assertThat(rejected.reply().body().text())
                    .matches("[A-Z][a-z]+( [A-Z][a-z]+)*")
                    .doesNotContain("ORDER123", "D0001");
            assertThat(rejected.why()).doesNotContain("ORDER123", "D0001", "150001", HMAC);
        }
    }

    @Test
    void whereAddressesAreConfiguredOthersAreForbidden() throws UnknownHostException {
        Given checked =
                new Given(Given.sandbox().production().with("callback-sources", "documented"));
        assertVerified(open(checked, sentBy("182.23.85.8")));
        assertVerified(open(checked, sentBy("103.177.101.190")));
        assertRejected(open(checked, sentBy("182.23.85.11")), 403);
        assertRejected(open(checked, post(GENUINE)), 403);
        Given sandbox = new Given(Given.sandbox().with("callback-sources", "documented"));
        assertVerified(open(sandbox, sentBy("182.23.85.11")));
        assertRejected(open(sandbox, sentBy("182.23.85.8")), 403);
    }
}
