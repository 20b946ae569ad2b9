package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.DompetException.Unsupported;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DokuBindTest {
    private static final String NOT_YET =
            "{\"responseCode\":\"4017400\",\"responseMessage\":\"Unauthorized.\"}";

    private final Given given = new Given();
    private final BindAttempt attempt = Given.attempt(Wallet.OVO);

    private BindOutcome complete(BindAttempt which) {
        return given.bind().complete(given.call(), which, Map.of());
    }

    private BindOutcome start() {
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        return given.bind().start(given.call(), attempt);
    }

    @Test
    void theCustomerIsSentToDokusPage() {
        assertThat(start())
                .isInstanceOfSatisfying(
                        BindOutcome.AwaitingCustomer.class,
                        awaiting -> {
                            assertThat(awaiting.attempt()).isEqualTo(attempt);
                            assertThat(awaiting.action())
                                    .hasToString(
                                            "https://sandbox.doku.com/direct-debit/ui/binding/core/2238230713001534401");
                        });
        assertThat(given.credentials.find(attempt.nonce()).orElseThrow().owner())
                .contains("TEST-123");
    }

    @Test
    void theExchangeOfTheAuthCodeIsTheProofOfALink() {
        start();
        given.doku.customerToken(401, NOT_YET);
        assertThat(complete(attempt)).isEqualTo(new BindOutcome.Processing(attempt));
        BindOutcome outcome = complete(attempt);
        Binding binding = ((BindOutcome.Bound) outcome).binding();
        assertThat(binding.customerReference()).isEqualTo("TEST-123");
        assertThat(given.credentials.find(binding.id()).orElseThrow().value().reveal())
                .isEqualTo(Given.AUTH_CODE);
        assertThat(given.credentials.find(attempt.nonce())).isEmpty();
        assertThat(given.credentials.find("b2b2c-" + binding.id())).isPresent();
        assertThat(complete(attempt)).isEqualTo(outcome);
    }

    @Test
    void theTokenOfTheExchangeIsUsedForTheFirstPayment() {
        Binding binding = given.bound(attempt);
        int before = given.doku.tokenRequests.size();
        given.doku.then(
                200,
                "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\","
                        + "\"amount\":{\"currency\":\"IDR\",\"value\":\"1.00\"}}]}");
        given.balance().balance(given.call(), binding);
        assertThat(given.doku.tokenRequests).hasSize(before);
    }

    @Test
    void whatTheBrowserBringsBackIsNotBelieved() {
        start();
        given.doku.customerToken(401, NOT_YET);
        assertThat(
                        given.bind()
                                .complete(
                                        given.call(),
                                        attempt,
                                        Map.of("status", "SUCCESS", "authCode", "999")))
                .isInstanceOf(BindOutcome.Processing.class);
        assertThat(given.doku.tokenRequests)
                .allSatisfy(r -> assertThat(r.body().text()).doesNotContain("999"));
    }

    @Test
    void anAttemptThatIsAnotherCustomersLinksNothing() {
        start();
        Customer bob = Customer.of("BOB", "Bob", "bob@x.id", PhoneNumber.of("081234567890"));
        int before = given.doku.tokenRequests.size();
        assertThat(complete(Given.attempt(Wallet.OVO, "bind-1", bob)))
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        refused ->
                                assertThat(refused.decline().reason())
                                        .isEqualTo(Reason.NOT_THIS_ATTEMPT));
        assertThat(given.doku.tokenRequests).hasSize(before);
    }

    @Test
    void twoAttemptsAreTwoBindings() {
        Binding first = given.bound(attempt);
        Binding second = given.bound(Given.attempt(Wallet.OVO, "bind-2", Given.CUSTOMER));
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void troubleWhileCompletingIsNotTheEndOfTheAttempt() {
        start();
        given.doku.customerToken(500, "{\"responseCode\":\"5007400\"}");
        assertThatThrownBy(() -> complete(attempt)).isInstanceOf(Unavailable.class);
        assertThat(complete(attempt)).isInstanceOf(BindOutcome.Bound.class);
    }

    @Test
    void aBindingThatWasEndedIsNotBroughtBackByCompletingAgain() {
        Binding binding = given.bound(attempt);
        given.credentials.forget(binding.id());
        assertThat(complete(attempt)).isInstanceOf(BindOutcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OVO account already registered by another customer|BOUND_TO_ANOTHER_CUSTOMER",
                "Account Already Registered|OTHER",
                "OVO account blocked temporary|WALLET_BLOCKED",
                "OVO account not available please register to ovo|PHONE_NOT_ACCEPTED",
            })
    void refusalsOfTheWalletSayWhy(String words, Reason reason) {
        given.doku.then(
                403,
                "{\"responseCode\":\"4030715\",\"responseMessage\":\"Transaction Not Permitted. "
                        + words
                        + "\"}");
        assertThat(given.bind().start(given.call(), attempt))
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        refused -> assertThat(refused.decline().reason()).isEqualTo(reason));
    }

    @Test
    void aTimeoutInARefusalIsUnknown() {
        given.doku.then(
                403,
                "{\"responseCode\":\"4030715\","
                        + "\"responseMessage\":\"Transaction Not Permitted. Timeout\"}");
        assertThat(given.bind().start(given.call(), attempt))
                .isInstanceOf(BindOutcome.Unknown.class);
    }

    @Test
    void aWrongRequestAndWrongKeysAreExceptions() {
        given.doku
                .then(400, "{\"responseCode\":\"4000701\",\"responseMessage\":\"phoneNo\"}")
                .then(401, "{\"responseCode\":\"4010700\"}")
                .then(404, "<html>");
        assertThatThrownBy(() -> given.bind().start(given.call(), attempt))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> given.bind().start(given.call(), attempt))
                .isInstanceOf(CredentialsRefused.class);
        assertThat(given.bind().start(given.call(), attempt))
                .isInstanceOfSatisfying(
                        BindOutcome.Unknown.class,
                        unknown -> assertThat(unknown.detail()).contains("the setting api"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"responseCode\":\"2000700\"}",
                "200|{\"responseCode\":\"2000700\",\"redirectUrl\":\"http://evil.example/\"}",
                "200|{\"responseCode\":\"2000700\",\"redirectUrl\":\"javascript:alert(1)\"}",
                "202|{\"responseCode\":\"2020700\"}",
                "409|{\"responseCode\":\"4090700\"}",
                "500|{\"responseCode\":\"5000700\"}",
            })
    void whatCannotBeCarriedOnIsUnknown(int http, String body) {
        given.doku.then(http, body);
        assertThat(given.bind().start(given.call(), attempt))
                .isInstanceOf(BindOutcome.Unknown.class);
    }

    @Test
    void anAuthCodeThatComesOnlyWithTheNotificationIsEnough() {
        given.doku.then(
                200,
                "{\"responseCode\":\"2000700\",\"redirectUrl\":\"https://sandbox.doku.com/x\"}");
        FakeCall call = given.call();
        given.bind().start(call, attempt);
        assertThat(complete(attempt)).isInstanceOf(BindOutcome.Processing.class);
        Inbound inbound = new Inbound(given);
        inbound.notify(
                "{\"originalExternalId\":\"%s\",\"additionalInfo\":{\"status\":\"SUCCESS\",\"custIdMerchant\":\"TEST-123\",\"authCode\":\"4321\"}}"
                        .formatted(Sent.header(Sent.onlyOperation(call), "X-EXTERNAL-ID")));
        assertThat(complete(attempt)).isInstanceOf(BindOutcome.Bound.class);
        assertThat(given.doku.tokenRequests.get(given.doku.tokenRequests.size() - 1).body().text())
                .contains("4321");
    }

    @Test
    void aFailureThatWasNotifiedEndsTheAttempt() {
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        FakeCall call = given.call();
        given.bind().start(call, attempt);
        Inbound inbound = new Inbound(given);
        inbound.notify(
                "{\"originalExternalId\":\"%s\",\"additionalInfo\":{\"status\":\"FAILED\",\"custIdMerchant\":\"TEST-123\"}}"
                        .formatted(Sent.header(Sent.onlyOperation(call), "X-EXTERNAL-ID")));
        given.doku.customerToken(401, NOT_YET);
        assertThat(complete(attempt))
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        refused ->
                                assertThat(refused.decline().reason())
                                        .isEqualTo(Reason.NOT_COMPLETED));
    }

    @Test
    void whatAChannelNeedsIsSaidBeforeAnythingIsSent() {
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.bind().start(call, Given.attempt(Given.ALLO)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("ALLO needs the customer's device");
        assertThatThrownBy(
                        () ->
                                given.bind()
                                        .start(
                                                call,
                                                Given.attempt(
                                                        Wallet.DANA,
                                                        "bind-1",
                                                        Given.CUSTOMER.on(Given.PHONE))))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("api=core-v1 has no account binding for DANA");
        assertThatThrownBy(() -> given.bind().start(call, Given.attempt(Wallet.GOPAY)))
                .isInstanceOf(Unsupported.class);
        assertThat(Sent.operations(call)).isEmpty();
    }
}
