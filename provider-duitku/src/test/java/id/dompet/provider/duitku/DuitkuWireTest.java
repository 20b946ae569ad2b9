package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Points;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, character by character, as the provider's own package writes it. */
final class DuitkuWireTest {
    private static final String SUCCESS =
            "{\"resultCode\":\"00\",\"resultMessage\":\"SUCCESS\",\"accountStatus\":\"LINKED\","
                    + "\"channel\":\"OL\",\"balanceCash\":1,\"data\":[],\"statusCode\":\"00\","
                    + "\"webviewUrl\":\"https://wallet.example/pin\"}";

    private final Given given = new Given(Given.sandbox().with("signature-scheme", "legacy"));

    @Test
    void connectSendsTheNumberInLocalForm() {
        FakeCall call = Calls.answering(200, SUCCESS);
        given.bind().start(call, Given.attempt(Wallet.OVO));
        assertAccountLink(
                call.onlyRequest(),
                Effect.CHANGES_STATE,
                "connect",
                "{\"phoneNumber\":\"081234567890\",\"customerUniqueId\":\"cust-0001\","
                        + "\"channel\":\"OL\","
                        + "\"returnUrl\":\"https://merchant.example/link/return\"}",
                "03e5b27b79134fdb2dbff2e1a2c0bf36903be47644e9d3c51a2103f4e91b483c");
    }

    @Test
    void charactersOutsideAsciiAreSentAsTheyAreAndSignedAsTheyAreSent() {
        Customer customer =
                Customer.of(
                        "pelanggan-é-Ω-😀-\"kutip\"\\/",
                        "John Doe",
                        "customer@example.com",
                        PhoneNumber.of("081234567890"));
        FakeCall call = Calls.answering(200, SUCCESS);
        given.bind().start(call, Given.attempt(Wallet.OVO, customer));
        assertAccountLink(
                call.onlyRequest(),
                Effect.CHANGES_STATE,
                "connect",
                "{\"phoneNumber\":\"081234567890\",\"customerUniqueId\":"
                        + "\"pelanggan-é-Ω-😀-\\\"kutip\\\"\\\\/\",\"channel\":\"OL\","
                        + "\"returnUrl\":\"https://merchant.example/link/return\"}",
                "7cfdfde6a37a1528f204244b5288b263d22a40baf98e12babb03a54e65fd147b");
    }

    @Test
    void disconnectUserInfoAndTopUpSendCodeAndChannel() {
        String body =
                "{\"credentialCode\":\"8320D4EB-FDF5-EC11-812C-B0DB33DQW936\",\"channel\":\"OL\"}";
        String signature = "59df400ab9490ceb17db2981bcfc2e128c04731c3e0abbe2c969c36b7d61b9af";
        Binding binding = given.linked(Wallet.OVO);

        FakeCall unbind = Calls.answering(200, SUCCESS);
        given.unbind().unbind(unbind, binding);
        assertAccountLink(
                unbind.onlyRequest(), Effect.CHANGES_STATE, "disconnect", body, signature);

        FakeCall balance = Calls.answering(200, SUCCESS);
        given.balance().balance(balance, binding);
        assertAccountLink(balance.onlyRequest(), Effect.NONE, "user/info", body, signature);

        FakeCall topUp = Calls.answering(200, SUCCESS);
        given.topUp().topUpInstructions(topUp, binding);
        assertAccountLink(topUp.onlyRequest(), Effect.NONE, "topup/intructions", body, signature);
    }

    @Test
    void theInquiryForOvo() {
        FakeCall call = Calls.answering(200, SUCCESS);
        given.pay().pay(call, given.payment(Wallet.OVO));
        HttpRequest request = call.onlyRequest();
        assertThat(request.effect()).isEqualTo(Effect.CHANGES_STATE);
        assertThat(request.uri())
                .hasToString("https://sandbox.duitku.com/webapi/api/merchant/v2/inquiry");
        assertThat(request.body().text())
                .isEqualTo(
                        inquiry(
                                "OL",
                                15,
                                "[]",
                                "\"ovo\":{\"paymentDetails\":[{\"paymentType\":\"CASH\","
                                        + "\"amount\":10000}]}"));
    }

    @Test
    void theInquiryForShopeePay() {
        FakeCall call = Calls.answering(200, SUCCESS);
        given.pay().pay(call, given.payment(Wallet.SHOPEEPAY));
        assertThat(call.onlyRequest().body().text())
                .isEqualTo(
                        inquiry("SL", 30, "[]", "\"shopee\":{\"promoId\":\"\",\"useCoin\":false}"));
    }

    @Test
    void coinsAndAVoucherAreShopeePays() {
        Payment payment =
                given.payment(Wallet.SHOPEEPAY)
                        .withPoints(Points.asManyAsPossible())
                        .withVoucher("HEMAT10");
        FakeCall call = Calls.answering(200, SUCCESS);
        given.pay().pay(call, payment);
        assertThat(Calls.onlyBody(call).at("/accountLink/shopee").toString())
                .isEqualTo("{\"promoId\":\"HEMAT10\",\"useCoin\":true}");
        assertThat(Calls.onlyBody(call).get("accountLink").has("ovo")).isFalse();
    }

    @Test
    void anItemsPriceIsThatOfTheWholeLine() {
        Payment payment =
                given.payment(Wallet.OVO, Money.idr(40_000))
                        .withItems(
                                List.of(
                                        new LineItem("Apel", 1, Money.idr(10_000)),
                                        new LineItem("Jeruk", 3, Money.idr(30_000))));
        FakeCall call = Calls.answering(200, SUCCESS);
        given.pay().pay(call, payment);
        assertThat(Calls.onlyBody(call).get("itemDetails").toString())
                .isEqualTo(
                        "[{\"name\":\"Apel\",\"price\":10000,\"quantity\":1},"
                                + "{\"name\":\"Jeruk\",\"price\":30000,\"quantity\":3}]");
        assertThat(Calls.onlyBody(call).at("/accountLink/ovo/paymentDetails/0/amount").asLong())
                .isEqualTo(40_000);
    }

    @Test
    void whatOnlyDuitkuKnowsComesFromItsOption() {
        DuitkuPaymentOptions.Address address =
                new DuitkuPaymentOptions.Address(
                        "John", "Doe", "Jl. Kembangan", "Jakarta", "11530", "081234567890", "ID");
        FakeCall call =
                Calls.answering(200, SUCCESS)
                        .with(
                                new DuitkuPaymentOptions(
                                        Optional.of("a%20b"),
                                        Optional.of(address),
                                        Optional.of(address)));
        given.pay().pay(call, given.payment(Wallet.OVO));
        assertThat(Calls.onlyBody(call).get("additionalParam").asText()).isEqualTo("a%20b");
        String sent =
                "{\"firstName\":\"John\",\"lastName\":\"Doe\",\"address\":\"Jl. Kembangan\","
                        + "\"city\":\"Jakarta\",\"postalCode\":\"11530\",\"phone\":\"081234567890\","
                        + "\"countryCode\":\"ID\"}";
        assertThat(Calls.onlyBody(call).get("customerDetail").toString())
                .isEqualTo(
                        "{\"firstName\":\"John Doe\",\"lastName\":\"\","
                                + "\"email\":\"customer@example.com\","
                                + "\"phoneNumber\":\"081234567890\",\"billingAddress\":"
                                + sent
                                + ",\"shippingAddress\":"
                                + sent
                                + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "John Doe,John Doe",
        "12345678901234567890,12345678901234567890",
        "123456789012345678901,12345678901234567890",
        "Muhammad Abdurrahman Wahid,Muhammad Abdurrahman",
        "1234567890123456789😀😀,1234567890123456789😀",
    })
    void namesAreCutToTwentyCharactersAndNeverInsideOne(String name, String sent) {
        Customer customer =
                Customer.of(
                        "cust-0001", name, "customer@example.com", PhoneNumber.of("081234567890"));
        FakeCall call = Calls.answering(200, SUCCESS);
        given.pay().pay(call, given.payment(Wallet.OVO, Money.idr(10_000), customer));
        assertThat(Calls.onlyBody(call).get("customerVaName").asText()).isEqualTo(sent);
    }

    @Test
    void transactionStatus() {
        FakeCall call = Calls.answering(404, "{\"Message\":\"Transaction not found\"}");
        given.status().status(call, given.payment(Wallet.OVO));
        HttpRequest request = call.onlyRequest();
        assertThat(request.effect()).isEqualTo(Effect.NONE);
        assertThat(request.uri())
                .hasToString("https://sandbox.duitku.com/webapi/api/merchant/transactionStatus");
        assertThat(request.body().text())
                .isEqualTo(
                        "{\"merchantCode\":\"D0001\",\"merchantOrderId\":\"12341234\","
                                + "\"signature\":\""
                                + Given.signer().status(SignatureScheme.LEGACY, "12341234")
                                + "\"}");
    }

    @Test
    void theCurrentSchemeSignsTheSameBodyAnotherWay() {
        Given current = new Given();
        FakeCall call = Calls.answering(200, SUCCESS);
        current.pay().pay(call, current.payment(Wallet.OVO));
        assertThat(Calls.onlyBody(call).get("signature").asText())
                .isEqualTo("29090b60d60d11b3a8c2bccb676672e78eda881e7be394af96cd79de4f4310cd");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080,http://127.0.0.1:8080",
        "http://127.0.0.1:8080/,http://127.0.0.1:8080",
        "http://127.0.0.1:8080/sim/,http://127.0.0.1:8080/sim",
    })
    void addressesCanBeReplacedWithAPathAndASlashAtTheEnd(String setting, String base) {
        Given other =
                new Given(
                        Given.sandbox()
                                .with("account-link-base-url", setting)
                                .with("web-api-base-url", setting));
        FakeCall bind = Calls.answering(200, SUCCESS);
        other.bind().start(bind, Given.attempt(Wallet.OVO));
        assertThat(bind.onlyRequest().uri()).hasToString(base + "/api/accountlinking/v1/connect");
        FakeCall pay = Calls.answering(200, SUCCESS);
        other.pay().pay(pay, other.payment(Wallet.OVO));
        assertThat(pay.onlyRequest().uri()).hasToString(base + "/webapi/api/merchant/v2/inquiry");
    }

    @Test
    void productionHasItsOwnAddresses() {
        Given production = new Given(Given.sandbox().production());
        FakeCall bind = Calls.answering(200, SUCCESS);
        production.bind().start(bind, Given.attempt(Wallet.OVO));
        assertThat(bind.onlyRequest().uri())
                .hasToString("https://accountlink-prod.duitku.com/api/accountlinking/v1/connect");
        FakeCall pay = Calls.answering(200, SUCCESS);
        production.pay().pay(pay, production.payment(Wallet.OVO));
        assertThat(pay.onlyRequest().uri())
                .hasToString("https://passport.duitku.com/webapi/api/merchant/v2/inquiry");
    }

    private static String inquiry(String channel, int minutes, String items, String link) {
        return "{\"merchantCode\":\"D0001\",\"paymentAmount\":10000,\"paymentMethod\":\""
                + channel
                + "\",\"merchantOrderId\":\"12341234\",\"productDetails\":\"Tas Trendy\","
                + "\"additionalParam\":\"\",\"merchantUserInfo\":\"cust-0001\","
                + "\"customerVaName\":\"John Doe\",\"email\":\"customer@example.com\","
                + "\"phoneNumber\":\"081234567890\",\"itemDetails\":"
                + items
                + ",\"callbackUrl\":\"https://merchant.example/duitku/callback\","
                + "\"returnUrl\":\"https://merchant.example/duitku/return\","
                + "\"signature\":\"f937c20e535cf5259f7779b7419f5601\",\"expiryPeriod\":"
                + minutes
                + ",\"accountLink\":{\"credentialCode\":"
                + "\"8320D4EB-FDF5-EC11-812C-B0DB33DQW936\","
                + link
                + "}}";
    }

    private static void assertAccountLink(
            HttpRequest request, Effect effect, String path, String body, String signature) {
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.effect()).isEqualTo(effect);
        assertThat(request.uri())
                .hasToString(
                        "https://api-sandbox.duitku.com/accountlinking/api/accountlinking/v1/"
                                + path);
        assertThat(request.body().text()).isEqualTo(body);
        assertThat(request.headers())
                .containsAllEntriesOf(
                        Map.of(
                                "Content-Type", "application/json",
                                "X-Duitku-merchant", "D0001",
                                "X-Duitku-timestamp", "1657710956368",
                                "X-Duitku-signature", signature));
    }
}
