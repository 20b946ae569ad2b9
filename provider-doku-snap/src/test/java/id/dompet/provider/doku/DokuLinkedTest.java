package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Balances, and the end of links. */
final class DokuLinkedTest {
    private final Given given = new Given();
    private final Binding binding = given.linked(Wallet.OVO);

    private Balance balance(int http, String body) {
        given.doku.then(http, body);
        return given.balance().balance(given.call(), binding);
    }

    private UnbindOutcome unbind(int http, String body) {
        given.doku.then(http, body).then(http, body);
        return given.unbind().unbind(given.call(), binding);
    }

    @Test
    void cashAndPointsAreKeptApart() {
        Balance balance =
                balance(
                        200,
                        """
                        {"responseCode":2001100,"accountInfos":[
                          {"balanceType":"POINTS","amount":{"currency":"IDR","value":"700.00"}},
                          {"balanceType":"CASH","amount":{"currency":"IDR","value":"2000000.00"},
                           "availableBalance":{"currency":"IDR","value":"1500000.50"}}]}""");
        assertThat(balance.cash()).isEqualTo(Money.of("1500000.50", "IDR"));
        assertThat(balance.points()).contains(Money.idr(700));
        assertThat(balance.asOf()).isEqualTo(FakeDoku.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"responseCode\":\"2001100\"}",
                "{\"responseCode\":\"2001100\",\"accountInfos\":[]}",
                "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\"}]}",
                "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\",\"amount\":{\"value\":\"-1\",\"currency\":\"IDR\"}}]}",
                "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\",\"amount\":{\"value\":\"1\",\"currency\":\"?\"}}]}",
                "<html>"
            })
    void noBalanceIsMadeUp(String body) {
        assertThatThrownBy(() -> balance(200, body)).isInstanceOf(Unavailable.class);
    }

    @Test
    void refusalsHaveTheirExceptions() {
        assertThatThrownBy(() -> balance(404, "{\"responseCode\":\"4041111\"}"))
                .isInstanceOf(BindingUnusable.class);
        assertThatThrownBy(() -> balance(401, "{\"responseCode\":\"4011100\"}"))
                .isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> balance(429, "{\"responseCode\":\"4291100\"}"))
                .isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> balance(504, "{\"responseCode\":\"5041100\"}"))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void unlinkingForgetsTheToken() {
        assertThat(unbind(200, "{\"responseCode\":\"2000900\"}"))
                .isEqualTo(new UnbindOutcome.Unbound());
        assertThat(given.credentials.find("b2b2c-" + binding.id())).isEmpty();
    }

    @Test
    void whatHasEndedNeedNotBeEnded() {
        given.credentials.forget(binding.id());
        FakeCall call = given.call();
        assertThat(given.unbind().unbind(call, binding)).isEqualTo(new UnbindOutcome.Unbound());
        assertThat(call.requests()).isEmpty();
    }

    @Test
    void anAccountThatWasUnlinkedInTheWalletIsUnlinked() {
        given.doku.customerToken(401, "{\"responseCode\":\"4017400\"}");
        FakeCall call = given.call();
        assertThat(given.unbind().unbind(call, binding)).isEqualTo(new UnbindOutcome.Unbound());
        assertThat(Sent.operations(call)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "404,4040911,UNBOUND",
        "404,4040901,UNBOUND",
        "403,4030915,UNKNOWN",
        "401,4010902,UNKNOWN",
        "409,4090900,UNKNOWN",
        "500,5000900,UNKNOWN",
        "200,2000999,UNKNOWN",
        "302,2000900,UNKNOWN",
    })
    void theEndOfALinkIsBelievedOnlyFromADocumentedAnswer(
            int http, String code, UnbindOutcome.State state) {
        assertThat(unbind(http, "{\"responseCode\":\"" + code + "\"}").state()).isEqualTo(state);
    }

    @Test
    void anothersBindingIsNotEnded() {
        Binding wrong = new Binding(binding.id(), Given.DOKU, Wallet.OVO, "BOB", FakeDoku.NOW);
        assertThatThrownBy(() -> given.unbind().unbind(given.call(), wrong))
                .isInstanceOf(BindingUnusable.class);
    }
}
