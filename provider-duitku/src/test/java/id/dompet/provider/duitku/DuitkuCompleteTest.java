package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuitkuCompleteTest {
    private static final String LINKED =
            "{\"accountStatus\":\"LINKED\",\"channel\":\"OL\",\"balanceCash\":549159,"
                    + "\"balancePoint\":0,\"resultCode\":\"00\",\"resultMessage\":\"SUCCESS\"}";
    private static final Map<String, String> RETURNED =
            Map.of(
                    "resultCode", "00",
                    "phoneNumber", "081234567890",
                    "state", "LINKAGE",
                    "credentialCode", Given.CODE,
                    "customerUniqueId", "cust-0001");

    private final Given given = new Given();

    @Test
    void aLiveCodeBecomesABindingAndOnlyTheStoreKnowsTheCode() {
        Binding binding = bound(complete(RETURNED));
        assertThat(binding.wallet()).isEqualTo(Wallet.OVO);
        assertThat(binding.provider()).isEqualTo(Given.DUITKU);
        assertThat(binding.customerReference()).isEqualTo("cust-0001");
        assertThat(binding.boundAt()).isEqualTo(Calls.NOW);
        assertThat(binding.id()).matches("ovo-[0-9a-f]{40}").doesNotContain("8320");
        assertThat(given.credentials.stored().get(binding.id()))
                .satisfies(c -> assertThat(c.value().reveal()).isEqualTo(Given.CODE))
                .satisfies(c -> assertThat(c.owner()).contains("cust-0001"));
    }

    @Test
    void completingTwiceGivesTheSameBinding() {
        assertThat(complete(RETURNED)).isEqualTo(complete(RETURNED));
        assertThat(given.credentials.stored()).hasSize(1);
    }

    @Test
    void theSameCodeOnAnotherChannelIsAnotherBinding() {
        Binding ovo = bound(complete(RETURNED));
        BindOutcome outcome =
                given.bind()
                        .complete(
                                Calls.answering(200, LINKED.replace("OL", "SL")),
                                Given.attempt(Wallet.SHOPEEPAY),
                                RETURNED);
        assertThat(bound(outcome).id()).startsWith("shopeepay-").isNotEqualTo(ovo.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resultCode", "state", "phoneNumber", "customerUniqueId"})
    void everythingButTheCodeMayBeMissingOrEmpty(String name) {
        assertThat(complete(without(name))).isInstanceOf(BindOutcome.Bound.class);
        assertThat(complete(with(name, ""))).isInstanceOf(BindOutcome.Bound.class);
    }

    @Test
    void namesInAnotherCaseAreUnderstood() {
        Map<String, String> returned = new HashMap<>();
        RETURNED.forEach((name, value) -> returned.put(name.toUpperCase(Locale.ROOT), value));
        assertThat(complete(returned)).isInstanceOf(BindOutcome.Bound.class);
    }

    @Test
    void anExactNameCountsBeforeOneInAnotherCase() {
        assertThat(complete(with("CREDENTIALCODE", "another"))).isEqualTo(complete(RETURNED));
    }

    @Test
    void aFailedReturnIsRefusedWithoutAskingAnybody() {
        assertRefused(Map.of("resultCode", "01"), Reason.OTHER);
        assertRefused(Map.of("resultCode", "02"), Reason.CUSTOMER_CANCELLED);
        assertRefused(with("resultCode", "01"), Reason.OTHER);
    }

    @Test
    void aReturnWithoutAnythingIsNotCompleted() {
        assertRefused(Map.of("state", "LINKAGE"), Reason.NOT_COMPLETED);
    }

    @Test
    void withoutAReturnUrlNothingIsKnownYet() {
        assertThat(complete(Map.of()).state()).isEqualTo(BindOutcome.State.PROCESSING);
    }

    @Test
    void successWithoutACodeIsUnknownBecauseNobodyCanFinishIt() {
        BindOutcome outcome =
                given.bind()
                        .complete(
                                Calls.sendingNothing(),
                                Given.attempt(Wallet.OVO),
                                without("credentialCode"));
        assertThat(outcome).isInstanceOf(BindOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "nul\u0000", "tab\t", "del\u007f"})
    void codesWithControlCharactersAreRefused(String code) {
        assertRefused(with("credentialCode", code), Reason.OTHER);
    }

    @Test
    void codesAreOpaqueTextOfUpToFiftyCharacters() {
        assertRefused(with("credentialCode", "x".repeat(51)), Reason.OTHER);
        assertThat(complete(with("credentialCode", "x".repeat(50))))
                .isInstanceOf(BindOutcome.Bound.class);
        assertThat(complete(with("credentialCode", "a b/?é")))
                .isInstanceOf(BindOutcome.Bound.class);
    }

    @Test
    void anotherCustomersReturnIsRefused() {
        assertRefused(with("customerUniqueId", "cust-0002"), Reason.NOT_THIS_ATTEMPT);
        assertRefused(with("customerUniqueId", "CUST-0001"), Reason.NOT_THIS_ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "6281234567890",
                "+6281234567890",
                "0812-3456-7890",
                "+62 812 3456 7890",
                " 6281234567890",
                "81234567890",
                "08123456xxxx",
                "081234xxxxxx",
                "0812XXXX7890",
                "62812345*****",
                "+62812345*****",
                "0812-3456-xxxx",
                "xxxxxxxx7890",
            })
    void theNumberMayBeSpelledAnyWay(String phone) {
        assertThat(complete(with("phoneNumber", phone))).isInstanceOf(BindOutcome.Bound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567891",
                "08123456789",
                "0812345678900",
                "081299xxxxxx",
                "0812345xxxx",
                "0812345xxxxxx",
                "xxxxxxxx7891",
                "6381234567890",
                "not a number",
                "x",
            })
    void anotherNumberIsRefused(String phone) {
        assertRefused(with("phoneNumber", phone), Reason.NOT_THIS_ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"accountStatus\":\"UNLINKED\",\"channel\":\"OL\",\"resultCode\":\"00\"}",
                "{\"resultCode\":\"10\",\"resultMessage\":\"invalid\"}",
            })
    void aCodeThatIsNotLiveIsRefusedAndNotStored(String answer) {
        BindOutcome outcome =
                given.bind()
                        .complete(
                                Calls.answering(200, answer), Given.attempt(Wallet.OVO), RETURNED);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        r -> assertThat(r.decline().reason()).isEqualTo(Reason.BINDING_INVALID));
        assertThat(given.credentials.stored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{}",
                "200|{}",
                "200|<html>",
                "200|{\"resultCode\":\"00\",\"accountStatus\":\"PENDING\"}",
                "200|{\"resultCode\":\"00\"}",
                "200|{\"resultCode\":\"00\",\"accountStatus\":\"LINKED\",\"channel\":\"SL\"}",
                "200|{\"resultCode\":\"02\"}",
                "200|{\"resultCode\":\"99\",\"accountStatus\":\"LINKED\"}",
                "400|{\"resultCode\":\"00\",\"accountStatus\":\"LINKED\"}",
            })
    void whereDuitkuDoesNotSayLinkedNothingIsStored(int status, String answer) {
        assertThatThrownBy(
                        () ->
                                given.bind()
                                        .complete(
                                                Calls.answering(status, answer),
                                                Given.attempt(Wallet.OVO),
                                                RETURNED))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(given.credentials.stored()).isEmpty();
    }

    private BindOutcome complete(Map<String, String> returned) {
        return given.bind()
                .complete(Calls.answering(200, LINKED), Given.attempt(Wallet.OVO), returned);
    }

    private void assertRefused(Map<String, String> returned, Reason reason) {
        FakeCall call = Calls.sendingNothing();
        assertThat(given.bind().complete(call, Given.attempt(Wallet.OVO), returned))
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        refused -> assertThat(refused.decline().reason()).isEqualTo(reason));
        assertThat(call.requests()).isEmpty();
        assertThat(given.credentials.stored()).isEmpty();
    }

    private static Binding bound(BindOutcome outcome) {
        assertThat(outcome).isInstanceOf(BindOutcome.Bound.class);
        return ((BindOutcome.Bound) outcome).binding();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> returned = new HashMap<>(RETURNED);
        returned.put(name, value);
        return returned;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> returned = new HashMap<>(RETURNED);
        returned.remove(name);
        return returned;
    }
}
