package id.dompet.provider.duitku;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import id.dompet.http.Parameters;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.sign.HmacKey;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuitkuNotificationsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MD5 = "9fa2fe7d78551dff34c039f34bd0c9da";
    private static final String HMAC =
            "2db610d5dd7264d47790c98e4f9b757791eea9d421b29518bdeafb8aa93facb3";
    private static final String UNSIGNED =
            "merchantCode=D0001&amount=150000&merchantOrderId=ORDER123"
                    + "&productDetail=Pembayaran+untuk+Toko+Contoh&additionalParam=&paymentCode=OL"
                    + "&resultCode=00&merchantUserId=test%40example.com"
                    + "&reference=DXXXXCX80TXXX5Q70QCI&publisherOrderId=MGUHWKJX3M1KMSQN5"
                    + "&spUserHash=xxxyyyzzz&settlementDate=2023-07-25&issuerCode=93600523"
                    + "&signature=";
    private static final String GENUINE = UNSIGNED + HMAC;

    private final Given given = new Given();

    @Test
    void aGenuineCallbackReportsAPaymentThatNoSignatureVouchesFor() {
        Notification.Verified verified = verified(open(GENUINE));
        PaymentReported event = event(verified);
        assertThat(event.paymentReference()).isEqualTo("ORDER123");
        assertThat(event.amount()).contains(Money.idr(150_000));
        assertThat(event.signed()).isFalse();
        assertThat(event.reported())
                .isEqualTo(
                        new PaymentOutcome.Paid(
                                "DXXXXCX80TXXX5Q70QCI", Money.idr(150_000), FakeCall.NOW));
        assertThat(verified.accept().status()).isEqualTo(200);
        assertThat(verified.accept().body().text()).isEqualTo("OK");
        assertThat(verified.retryLater().status()).isEqualTo(503);
        assertThat(verified.fields())
                .containsEntry("productDetail", "Pembayaran untuk Toko Contoh")
                .containsEntry("merchantUserId", "test@example.com")
                .containsEntry("issuerCode", "93600523")
                .doesNotContainKeys("signature", DuitkuNotifications.SCHEME_FIELD)
                .hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02"})
    void failureIsReportedAsNotCompleted(String code) {
        PaymentReported event =
                event(verified(open(GENUINE.replace("resultCode=00", "resultCode=" + code))));
        assertThat(event.reported())
                .isInstanceOfSatisfying(
                        PaymentOutcome.Declined.class,
                        declined ->
                                assertThat(declined.decline().reason())
                                        .isEqualTo(Reason.NOT_COMPLETED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resultCode=", "resultCode=99", "resultCode=0", "x=00"})
    void anUndocumentedResultIsUnknown(String field) {
        assertThat(event(verified(open(GENUINE.replace("resultCode=00", field)))).reported())
                .isInstanceOfSatisfying(
                        PaymentOutcome.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .isEqualTo(UnknownCause.UNRECOGNISED_CODE));
    }

    @Test
    void theOfficialFixturesVerify() {
        String fixture = "merchantCode=D0001&amount=10000&merchantOrderId=12345&signature=";
        assertVerified(
                open(
                        given,
                        post(
                                fixture
                                        + "76ee14f3182810c35bd6581dc53905483e5922f8fab7a0cc14cd576a"
                                        + "d1169908")));
        assertVerified(open(legacy(), post(fixture + "4104f20a70c933113c66c004fe25a9f1")));
    }

    @Test
    void theOrderOfTheInquiryDoesNotVerify() {
        assertRejected(open(legacy(), post(UNSIGNED + "39c18c5f14ed3e85eea9560f03aae57a")), 401);
    }

    @Test
    void signaturesMayBeInUpperCase() {
        assertVerified(open(UNSIGNED + HMAC.toUpperCase(Locale.ROOT)));
        assertVerified(open(legacy(), post(UNSIGNED + "9FA2FE7D78551DFF34C039F34BD0C9DA")));
    }

    @Test
    void theOtherSchemeIsRefused() {
        assertRejected(open(UNSIGNED + MD5), 401);
        assertRejected(open(legacy(), post(GENUINE)), 401);
    }

    @Test
    void inTransitionBothSchemesAreTakenAndTheFieldsTellWhich() {
        Given transition =
                new Given(FakeSettings.sandbox().with("callback-signatures", "transition"));
        assertThat(verified(open(transition, post(UNSIGNED + MD5))).fields())
                .containsEntry(DuitkuNotifications.SCHEME_FIELD, "legacy");
        assertThat(verified(open(transition, post(GENUINE))).fields())
                .containsEntry(DuitkuNotifications.SCHEME_FIELD, "hmac-sha256");
        assertRejected(open(transition, post(UNSIGNED + MD5.replace('9', '8'))), 401);
        assertRejected(open(transition, post(UNSIGNED + HMAC.substring(0, 32))), 401);
        assertRejected(open(transition, post(UNSIGNED + MD5 + MD5)), 401);
    }

    @Test
    void nobodyElseCanWriteTheFieldThatTellsTheScheme() {
        String forged = GENUINE + "&" + DuitkuNotifications.SCHEME_FIELD + "=legacy";
        assertThat(verified(open(forged)).fields())
                .doesNotContainKey(DuitkuNotifications.SCHEME_FIELD);
    }

    @Test
    void theEventIsTheSameForEveryDeliveryAndAnotherForAnotherResult() {
        String id = event(verified(open(GENUINE))).id();
        assertThat(event(verified(open(GENUINE))).id()).isEqualTo(id).startsWith("duitku-");
        assertThat(event(verified(open(GENUINE + "&customerName=J"))).id()).isEqualTo(id);
        for (String change :
                List.of("resultCode=01", "reference=OTHER", "publisherOrderId=OTHER")) {
            String name = change.substring(0, change.indexOf('='));
            String other = GENUINE.replaceFirst(name + "=[^&]*", change);
            assertThat(event(verified(open(other))).id()).isNotEqualTo(id);
        }
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

    @Test
    void aResplitOfAmountAndOrderVerifiesAndIsReportedAsWhatItSays() {
        String signature = sign("150000", "123");
        String resplit =
                "merchantCode=D0001&amount=15000&merchantOrderId=0123&resultCode=00&signature="
                        + signature;
        PaymentReported event = event(verified(open(resplit)));
        assertThat(event.paymentReference()).isEqualTo("0123");
        assertThat(event.amount()).contains(Money.idr(15_000));
        assertThat(event.signed()).isFalse();
    }

    @Test
    void theAmountIsVerifiedAsItWasWrittenAndReadAsANumber() {
        for (String amount : List.of("150000.00", "150000.0", "0150000")) {
            String body =
                    "merchantCode=D0001&amount=" + amount + "&merchantOrderId=ORDER123&signature=";
            assertThat(event(verified(open(body + sign(amount, "ORDER123")))).amount())
                    .contains(Money.idr(150_000));
            assertRejected(open(body + HMAC), 401);
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
                                HmacKey.sha256(Secret.of(FakeSettings.KEY))
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
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;charset=utf-8",
                "Application/X-WWW-Form-Urlencoded ; a=b",
            })
    void contentTypesMayHaveParameters(String type) {
        assertVerified(open(given, typed(List.of(type))));
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
                new Given(
                        FakeSettings.sandbox().production().with("callback-sources", "documented"));
        assertVerified(open(checked, from("182.23.85.8")));
        assertVerified(open(checked, from("103.177.101.190")));
        assertRejected(open(checked, from("182.23.85.11")), 403);
        assertRejected(open(checked, post(GENUINE)), 403);
        Given sandbox = new Given(FakeSettings.sandbox().with("callback-sources", "documented"));
        assertVerified(open(sandbox, from("182.23.85.11")));
        assertRejected(open(sandbox, from("182.23.85.8")), 403);
    }

    private static InboundRequest from(String peer) throws UnknownHostException {
        return new InboundRequest(
                "POST",
                "/notify",
                Map.of("Content-Type", List.of(FORM)),
                Body.utf8(GENUINE),
                Optional.of(InetAddress.getByName(peer)));
    }

    private static InboundRequest typed(List<String> types) {
        return InboundRequest.of(
                "POST",
                "/notify",
                types.isEmpty() ? Map.of() : Map.of("content-type", types),
                GENUINE.getBytes(UTF_8));
    }

    private static InboundRequest post(String body) {
        return post(body.getBytes(UTF_8));
    }

    private static InboundRequest post(byte[] body) {
        return InboundRequest.of("POST", "/notify", Map.of("Content-Type", List.of(FORM)), body);
    }

    private static String sign(String amount, String order) {
        return HexFormat.of()
                .formatHex(
                        HmacKey.sha256(Secret.of(FakeSettings.KEY))
                                .of(("D0001" + amount + order).getBytes(UTF_8)));
    }

    private static Given legacy() {
        return new Given(FakeSettings.sandbox().with("signature-scheme", "legacy"));
    }

    private Notification open(String body) {
        return open(given, post(body));
    }

    private static Notification open(Given instance, InboundRequest request) {
        return instance.notifications().open(FakeCall.sendingNothing(), request);
    }

    private static Notification.Verified verified(Notification notification) {
        assertVerified(notification);
        return (Notification.Verified) notification;
    }

    private static void assertVerified(Notification notification) {
        assertThat(notification).isInstanceOf(Notification.Verified.class);
    }

    private static void assertRejected(Notification notification, int status) {
        assertThat(notification)
                .isInstanceOfSatisfying(
                        Notification.Rejected.class,
                        rejected -> assertThat(rejected.reply().status()).isEqualTo(status));
    }

    private static PaymentReported event(Notification.Verified verified) {
        return (PaymentReported) verified.event();
    }
}
