package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InquiryRefusalsTest {

    private final DuitkuSimulator duitku = DuitkuSimulator.builder().start();
    private final MerchantClient merchant = new MerchantClient(duitku);
    private String code = "";

    @BeforeEach
    void link() {
        code = merchant.link(Channel.OVO, "081234567890", "cust-1");
    }

    @AfterEach
    void stop() {
        duitku.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "amount below minimum",
                        400,
                        "Minimum Payment 10000 IDR",
                        body -> body.put("paymentAmount", 9_999)),
                refusal(
                        "amount above maximum",
                        400,
                        "Maximum Payment exceeded",
                        body -> body.put("paymentAmount", 20_000_001)),
                refusal(
                        "amount with decimals",
                        400,
                        "paymentAmount is not valid",
                        body -> body.put("paymentAmount", "10000.00")),
                refusal(
                        "no method",
                        400,
                        "paymentMethod is mandatory",
                        body -> body.put("paymentMethod", "")),
                refusal(
                        "no order",
                        400,
                        "merchantOrderId is mandatory",
                        body -> body.remove("merchantOrderId")),
                refusal(
                        "long order",
                        400,
                        "length of merchantOrderId can't > 50",
                        body -> body.put("merchantOrderId", "o".repeat(51))),
                refusal(
                        "bad e-mail",
                        400,
                        "Invalid Email Address",
                        body -> body.put("email", "customer.example.com")),
                refusal(
                        "long e-mail",
                        400,
                        "length of email can't > 50",
                        body -> body.put("email", "c".repeat(40) + "@example.com")),
                refusal(
                        "long phone",
                        400,
                        "length of phoneNumber can't > 50",
                        body -> body.put("phoneNumber", "0".repeat(51))),
                refusal(
                        "no name",
                        400,
                        "Customer VA Name must not be empty for this payment channel",
                        body -> body.remove("customerVaName")),
                refusal(
                        "other merchant",
                        404,
                        "Merchant not found",
                        body -> body.put("merchantCode", "D99999")),
                refusal(
                        "other channel",
                        404,
                        "Payment channel not available",
                        body -> body.put("paymentMethod", "VC")),
                refusal(
                        "item prices",
                        409,
                        "Payment amount must be equal to all item price",
                        body ->
                                body.putArray("itemDetails")
                                        .addObject()
                                        .put("price", 5_000)
                                        .put("quantity", 2)
                                        .put("name", "Apel")));
    }

    private static Arguments refusal(
            String name, int status, String message, Consumer<ObjectNode> change) {
        return Arguments.of(name, status, message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void eachDocumentedErrorHasItsCondition(
            String name, int status, String message, Consumer<ObjectNode> change) {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);
        change.accept(body);

        MerchantClient.Reply reply = merchant.inquiry(merchant.sign(body));

        assertThat(reply.status()).as(name).isEqualTo(status);
        assertThat(reply.field("Message")).isEqualTo(message);
        assertThat(duitku.transactions()).isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonObjectIsRefused() {
        for (String body : new String[] {"", "[]", "{", "a=b", "\"x\""}) {
            assertThat(merchant.webApi("v2/inquiry", body, "application/json").status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void anAmountChangedAfterSigningIsRefused() {
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000);

        assertThat(merchant.inquiry(body.put("paymentAmount", 10_001)).status()).isEqualTo(401);
        assertThat(merchant.inquiry(body.put("paymentAmount", 10_000)).status()).isEqualTo(200);
    }
}
