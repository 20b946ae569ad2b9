package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unbinding, balance inquiry and top-up instructions. */
final class DuitkuLinkedWalletTest {
    private static final String ROUND = "{\"resultCode\":\"%s\",\"resultMessage\":\"words\"}";

    private final Given given = new Given();
    private final Binding binding = given.linked(Wallet.OVO);

    @ParameterizedTest
    @CsvSource({"200,00", "200,10", "400,10"})
    void aLinkThatHasEndedIsUnbound(int status, String code) {
        assertThat(unbind(status, ROUND.formatted(code))).isEqualTo(new UnbindOutcome.Unbound());
    }

    @Test
    void aLinkWithoutCredentialHasEndedBefore() {
        given.credentials.forget(binding.id());
        FakeCall call = Calls.sendingNothing();
        assertThat(given.unbind().unbind(call, binding)).isEqualTo(new UnbindOutcome.Unbound());
        assertThat(call.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "-100"})
    void anUnbindThatFailedIsUnknown(String code) {
        assertUnknown(unbind(200, ROUND.formatted(code)), UnknownCause.SERVER_ERROR);
    }

    @Test
    void undocumentedCodesDoNotEndALink() {
        for (String code : BadAnswers.UNDOCUMENTED) {
            assertUnknown(unbind(200, ROUND.formatted(code)), UnknownCause.UNRECOGNISED_CODE);
        }
        assertUnknown(unbind(400, ROUND.formatted("00")), UnknownCause.UNRECOGNISED_CODE);
    }

    @ParameterizedTest
    @MethodSource("id.dompet.provider.duitku.BadAnswers#all")
    void badAnswersDoNotEndALink(HttpResponse response, UnknownCause cause) {
        assertUnknown(given.unbind().unbind(Calls.answering(response), binding), cause);
    }

    @Test
    void refusalsOfUnbindAreThrown() {
        assertThatThrownBy(() -> unbind(200, ROUND.formatted("06")))
                .isInstanceOf(DompetException.CredentialsRefused.class);
        assertThatThrownBy(() -> unbind(401, ""))
                .isInstanceOf(DompetException.CredentialsRefused.class);
        assertThatThrownBy(() -> unbind(200, ROUND.formatted("05")))
                .isInstanceOf(DompetException.InvalidRequest.class);
        assertThatThrownBy(() -> unbind(200, ROUND.formatted("07")))
                .isInstanceOf(DompetException.Unsupported.class);
    }

    @Test
    void aBindingThatIsNotItsCredentialsOwnerIsUnusable() {
        Binding other =
                new Binding(binding.id(), Given.DUITKU, Wallet.OVO, "cust-0002", binding.boundAt());
        assertThatThrownBy(() -> given.unbind().unbind(Calls.sendingNothing(), other))
                .isInstanceOf(DompetException.BindingUnusable.class);
        assertThatThrownBy(() -> given.balance().balance(Calls.sendingNothing(), other))
                .isInstanceOf(DompetException.BindingUnusable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "549159|0|549159|0",
                "\"549159\"|\"0\"|549159|0",
                "\"549159.00\"|12.50|549159|12.50",
                "0|7|0|7",
                "1.5E4|0|15000|0",
                "549159|null|549159|",
                "549159|\"\"|549159|",
            })
    void balancesAreNumbersOrText(String cash, String points, String expected, String left) {
        Balance balance =
                balance(
                        200,
                        "{\"accountStatus\":\"LINKED\",\"channel\":\"OL\",\"balanceCash\":%s,\"balancePoint\":%s,\"resultCode\":\"00\"}"
                                .formatted(cash, points));
        assertThat(balance.cash()).isEqualTo(Money.of(expected, "IDR"));
        assertThat(balance.points())
                .isEqualTo(Optional.ofNullable(left).map(text -> Money.of(text, "IDR")));
        assertThat(balance.asOf()).isEqualTo(Calls.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\"}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":null}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":-1}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":0.001}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":1E999999999}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":\"much\"}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":\"1,000\"}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":{}}",
                "{\"accountStatus\":\"LINKED\",\"resultCode\":\"00\",\"balanceCash\":true}",
                "{\"resultCode\":\"01\",\"balanceCash\":1}",
                "{\"resultCode\":\"02\",\"balanceCash\":1}",
                "{\"resultCode\":\"-100\",\"balanceCash\":1}",
                "{\"resultCode\":\"77\",\"accountStatus\":\"LINKED\",\"balanceCash\":1}",
            })
    void aBalanceThatCannotBeReadIsUnavailableAndNeverZero(String answer) {
        assertThatThrownBy(() -> balance(200, answer))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessageContaining("user/info");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"accountStatus\":\"UNLINKED\",\"resultCode\":\"00\",\"balanceCash\":1}",
                "{\"resultCode\":\"10\"}",
            })
    void aWalletThatIsNotLinkedAnyMoreMustBeLinkedAgain(String answer) {
        assertThatThrownBy(() -> balance(200, answer))
                .isInstanceOf(DompetException.BindingUnusable.class);
    }

    @ParameterizedTest
    @MethodSource("id.dompet.provider.duitku.BadAnswers#unreadable")
    void unreadableAnswersToQuestionsAreUnavailable(HttpResponse response, UnknownCause cause) {
        assertThatThrownBy(() -> given.balance().balance(Calls.answering(response), binding))
                .as(cause.name())
                .isInstanceOf(DompetException.Unavailable.class);
        assertThatThrownBy(
                        () -> given.topUp().topUpInstructions(Calls.answering(response), binding))
                .isInstanceOf(DompetException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void serverErrorsToQuestionsAreUnavailable(int status) {
        assertThatThrownBy(() -> balance(status, BadAnswers.GENUINE))
                .isInstanceOf(DompetException.Unavailable.class);
    }

    @Test
    void tooManyQuestionsAreRateLimited() {
        HttpResponse response =
                new HttpResponse(429, Map.of("Retry-After", "120"), Body.utf8("{}"));
        assertThatThrownBy(() -> given.balance().balance(Calls.answering(response), binding))
                .isInstanceOfSatisfying(
                        DompetException.RateLimited.class,
                        e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(2)));
    }

    @Test
    void theOtherRefusalsOfQuestionsAreThrown() {
        assertThatThrownBy(() -> balance(200, ROUND.formatted("06")))
                .isInstanceOf(DompetException.CredentialsRefused.class);
        assertThatThrownBy(() -> balance(200, ROUND.formatted("04")))
                .isInstanceOf(DompetException.Unsupported.class);
        assertThatThrownBy(() -> balance(200, ROUND.formatted("05")))
                .isInstanceOf(DompetException.InvalidRequest.class);
    }

    @Test
    void aMissingCredentialIsSaidBeforeAnythingIsSent() {
        given.credentials.forget(binding.id());
        assertThatThrownBy(() -> given.balance().balance(Calls.sendingNothing(), binding))
                .isInstanceOf(DompetException.BindingUnusable.class)
                .hasMessageContaining("credential store");
        assertThatThrownBy(() -> given.topUp().topUpInstructions(Calls.sendingNothing(), binding))
                .isInstanceOf(DompetException.BindingUnusable.class);
    }

    @Test
    void topUpInstructionsKeepAddressesAsTheyAreEvenBrokenOnes() {
        FakeCall call =
                Calls.answering(
                        200,
                        "{\"data\":[{\"displayText\":\"ATM\","
                                + "\"icon\":\"https://images-stg.id/ic_bank_topup.png\","
                                + "\"url\":\"https://images-stg..id/fintech/topup/topup_atm.html\"},"
                                + "{\"displayText\":\"Grab\",\"icon\":null,"
                                + "\"url\":\"https://images-stg.id/topup_grab.html\"},"
                                + "{\"displayText\":\"Bad\",\"url\":\"javascript:alert(1)\"},"
                                + "{\"displayText\":\"No page\"},"
                                + "{\"url\":\"https://images-stg.id/no-title\"},7],"
                                + "\"resultCode\":\"00\",\"resultMessage\":\"SUCCESS\"}");
        assertThat(given.topUp().topUpInstructions(call, binding))
                .containsExactly(
                        new TopUpInstruction(
                                "ATM",
                                Optional.of("https://images-stg.id/ic_bank_topup.png"),
                                "https://images-stg..id/fintech/topup/topup_atm.html"),
                        new TopUpInstruction(
                                "Grab", Optional.empty(), "https://images-stg.id/topup_grab.html"));
    }

    @Test
    void topUpOfAWalletThatIsNotLinkedAnyMoreMustBeLinkedAgain() {
        FakeCall call = Calls.answering(200, ROUND.formatted("10"));
        assertThatThrownBy(() -> given.topUp().topUpInstructions(call, binding))
                .isInstanceOf(DompetException.BindingUnusable.class);
    }

    private UnbindOutcome unbind(int status, String answer) {
        return given.unbind().unbind(Calls.answering(status, answer), binding);
    }

    private Balance balance(int status, String answer) {
        return given.balance().balance(Calls.answering(status, answer), binding);
    }

    private static void assertUnknown(UnbindOutcome outcome, UnknownCause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UnbindOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }
}
