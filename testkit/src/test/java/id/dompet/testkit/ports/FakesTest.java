package id.dompet.testkit.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Environment;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.AdjustableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fakes are as strict as what they stand for. */
class FakesTest {
    private static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

    private final AdjustableClock clock = AdjustableClock.at(START);

    private static HttpRequest request(Effect effect) {
        return HttpRequest.post(
                URI.create("https://provider.example/pay"), effect, "text/plain", Body.empty());
    }

    private static FakeCall statuses(Integer... statuses) {
        Deque<Integer> next = new ArrayDeque<>(List.of(statuses));
        return FakeCall.answering(
                request -> HttpResponse.of(next.remove(), "application/json", "{}"));
    }

    @Test
    void aChangeIsSentOnce() {
        FakeCall call = statuses(200, 200);
        assertThat(call.send(request(Effect.CHANGES_STATE)).status()).isEqualTo(200);
        assertThat(call.send(request(Effect.NONE)).status()).isEqualTo(200);
        assertThatThrownBy(() -> call.send(request(Effect.CHANGES_STATE)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(call.requests()).hasSize(2);
        assertThatThrownBy(call::onlyRequest).isInstanceOf(AssertionError.class);
    }

    @Test
    void aRefusedTokenAllowsTwoRepeats() {
        FakeCall call = statuses(401, 401, 401);
        for (int i = 0; i < 3; i++) {
            assertThat(call.send(request(Effect.CHANGES_STATE)).status()).isEqualTo(401);
        }
        assertThatThrownBy(() -> call.send(request(Effect.CHANGES_STATE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("401");
    }

    @Test
    void whatWasNotSentMayBeSentAndWhatIsLostMayNot() {
        FakeCall unsent = FakeCall.throwing(new HttpFailure.NotSent("refused", null));
        FakeCall lost = FakeCall.throwing(new HttpFailure.NoAnswer("reset", null));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> unsent.send(request(Effect.CHANGES_STATE)))
                    .isInstanceOf(HttpFailure.NotSent.class);
        }
        assertThatThrownBy(() -> lost.send(request(Effect.CHANGES_STATE)))
                .isInstanceOf(HttpFailure.NoAnswer.class);
        assertThatThrownBy(() -> lost.send(request(Effect.CHANGES_STATE)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FakeCall.sendingNothing().send(request(Effect.NONE)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aCallHasTheTimeOfItsClock() {
        FakeCall call = FakeCall.answering(200, "{}").at(clock.timeSource());
        clock.advance(Duration.ofMinutes(1));
        assertThat(call.now()).isEqualTo(START.plus(Duration.ofMinutes(1)));
        assertThat(call.at(START).now()).isEqualTo(START);
    }

    @Test
    void credentialsAreRenewedWhenTheyAreOverOrRefused() {
        FakeCredentials credentials = new FakeCredentials(clock.timeSource());
        FakeCall call = FakeCall.sendingNothing();
        Deque<String> tokens = new ArrayDeque<>(List.of("one", "two", "three"));
        for (String expected : List.of("one", "one")) {
            assertThat(token(credentials, call, tokens)).isEqualTo(expected);
        }
        clock.advance(Duration.ofMinutes(15));
        assertThat(token(credentials, call, tokens)).isEqualTo("two");
        credentials.refused("token", credentials.find("token").orElseThrow());
        assertThat(token(credentials, call, tokens)).isEqualTo("three");
        assertThat(credentials).hasToString("FakeCredentials[token]");
    }

    private String token(FakeCredentials credentials, FakeCall call, Deque<String> tokens) {
        return credentials
                .current(
                        call,
                        "token",
                        (renewing, old) ->
                                Credential.token(
                                        Secret.of(tokens.remove()),
                                        clock.instant().plus(Duration.ofMinutes(15))))
                .value()
                .reveal();
    }

    private static final class Plugin implements WalletProviderPlugin {
        @Override
        public String type() {
            return "umpama";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.secret("api-key", "from the dashboard"),
                    Setting.duration("pause", "500ms", "how long"),
                    Setting.list("sources", "addresses"));
        }

        @Override
        public Module module() {
            return new AbstractModule() {};
        }
    }

    private static FakeSettings settings() {
        return FakeSettings.of("umpama", new Plugin(), Map.of("api-key", "k"));
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "20s,PT20S", "15m,PT15M", "2h,PT2H", "1d,PT24H"})
    void settingsAreReadLikeTheRealOnes(String text, Duration expected) {
        assertThat(settings().with("pause", text).duration("pause")).isEqualTo(expected);
    }

    @Test
    void settingsKnowWhatIsDeclaredOnly() {
        assertThat(settings().duration("pause")).isEqualTo(Duration.ofMillis(500));
        assertThat(settings().secret("api-key").reveal()).isEqualTo("k");
        assertThat(settings().list("sources")).isEmpty();
        assertThat(settings().with("sources", "a, b").list("sources")).containsExactly("a", "b");
        assertThat(settings().production().environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(settings()).hasToString("FakeSettings[api-key, pause, sources]");
        assertThatThrownBy(() -> settings().text("apikey"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().with("apikey", "k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not declare a setting 'apikey'");
    }
}
