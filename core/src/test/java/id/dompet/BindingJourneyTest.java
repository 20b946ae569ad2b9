package id.dompet;

import static id.dompet.model.Samples.ACME;
import static id.dompet.model.Samples.BUDI;
import static id.dompet.model.Samples.NOON;
import static id.dompet.model.Samples.RETURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.Secret;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BindingJourneyTest {
    private final FacadeFixture fixture = new FacadeFixture();
    private final Dompet dompet = fixture.open();

    @AfterEach
    void close() {
        dompet.close();
    }

    private BindAttempt start(String reference) {
        BindOutcome outcome = dompet.bind(new BindRequest(reference, Wallet.OVO, BUDI, RETURN));
        return ((BindOutcome.AwaitingCustomer) outcome).attempt();
    }

    private static String back(BindAttempt attempt, String query) {
        return attempt.returnUrl() + query;
    }

    @Test
    void everyAttemptHasANonceOfItsOwnAtTheEndOfItsReturnUrl() {
        BindAttempt first = start("b1");
        BindAttempt second = start("b2");
        assertThat(first.nonce()).hasSize(26).isNotEqualTo(second.nonce());
        assertThat(first.returnUrl()).hasToString(RETURN + "/" + first.nonce());
        assertThat(first.toString()).doesNotContain(first.nonce());
        assertThat(first.until()).isEqualTo(first.startedAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void thePortGetsWhatTheBrowserBroughtBack() {
        BindAttempt attempt = start("b1");
        fixture.acme.onComplete =
                a ->
                        new BindOutcome.Bound(
                                new Binding("binding-9", ACME, Wallet.OVO, "cust-1", NOON));
        BindOutcome outcome = dompet.completeBind(attempt, back(attempt, "?code=1&x=y%20z"));
        assertThat(outcome.state()).isEqualTo(BindOutcome.State.BOUND);
        assertThat(fixture.acme.asked).contains("acme complete {code=1, x=y z}");
    }

    @Test
    void aUrlWithAnotherNonceCompletesNothing() {
        BindAttempt attempt = start("b1");
        String planted = back(start("b2"), "?code=1");
        assertThatThrownBy(() -> dompet.completeBind(attempt, planted))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("nonce")
                .hasMessageNotContaining(attempt.nonce());
        assertThat(fixture.acme.asked).containsOnly("acme bind");
    }

    @Test
    void aUrlThatCannotBeReadCompletesNothing() {
        BindAttempt attempt = start("b1");
        String twice = back(attempt, "?code=1&code=2");
        assertThatThrownBy(() -> dompet.completeBind(attempt, twice))
                .isInstanceOf(DompetException.InvalidRequest.class)
                .hasMessageContaining("'code' comes more than once; nothing was linked");
    }

    @Test
    void theAddressMayComeWithoutSchemeAndHostAndWithASlashAtItsEnd() {
        BindAttempt attempt = start("b1");
        fixture.acme.onComplete = BindOutcome.Processing::new;
        assertThat(
                        dompet.completeBind(
                                        attempt, attempt.returnUrl().getPath() + "/?name=a|b{c}")
                                .state())
                .isEqualTo(BindOutcome.State.PROCESSING);
        assertThat(fixture.acme.asked).contains("acme complete {name=a|b{c}}");
    }

    @Test
    void whatWasLearnedWhenLinkingStartedIsForgottenWhenItEnded() {
        BindAttempt attempt = start("b1");
        CredentialStore.Key key = new CredentialStore.Key(ACME, attempt.nonce());
        CredentialStore.Credential code =
                CredentialStore.Credential.of(Secret.of("auth-code"), "cust-1");
        fixture.store.save(key, code);
        fixture.acme.onComplete = BindOutcome.Processing::new;
        dompet.completeBind(attempt);
        assertThat(fixture.store.find(key)).contains(code);
        fixture.acme.onComplete =
                a -> new BindOutcome.Refused(Decline.of(Decline.Reason.RISK, "no"));
        dompet.completeBind(attempt);
        assertThat(fixture.store.find(key)).isEmpty();
    }

    @Test
    void aNotificationMayCompleteAnAttemptAfterItsEnd() {
        BindAttempt attempt = start("b1");
        fixture.time.advance(Duration.ofHours(6));
        fixture.acme.onComplete = BindOutcome.Processing::new;
        assertThat(dompet.completeBind(attempt).state()).isEqualTo(BindOutcome.State.PROCESSING);
    }

    @Test
    void anAttemptEnds() {
        BindAttempt attempt = start("b1");
        fixture.time.advance(Duration.ofMinutes(31));
        assertThat(dompet.completeBind(attempt, back(attempt, "?code=1")))
                .isInstanceOfSatisfying(
                        BindOutcome.Refused.class,
                        refused ->
                                assertThat(refused.decline().reason())
                                        .isEqualTo(Decline.Reason.CUSTOMER_TOO_LATE));
    }

    @Test
    void theCredentialIsInTheStoreUntilTheBindingEnds() {
        BindAttempt attempt = start("b1");
        Binding binding = new Binding("binding-9", ACME, Wallet.OVO, "cust-1", NOON);
        fixture.acme.onComplete = a -> new BindOutcome.Bound(binding);
        dompet.completeBind(attempt);
        CredentialStore.Key key = new CredentialStore.Key(ACME, "binding-9");
        assertThat(fixture.store.find(key)).isPresent();
        assertThat(dompet.unbind(binding).state()).isEqualTo(UnbindOutcome.State.UNBOUND);
        assertThat(fixture.store.find(key)).isEmpty();
    }
}
