package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.testkit.ports.FakeCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing of one customer's is ever used for another. */
final class DokuOwnershipTest {
    private static final String BALANCE =
            "{\"responseCode\":\"2001100\",\"accountInfos\":[{\"balanceType\":\"CASH\","
                    + "\"amount\":{\"currency\":\"IDR\",\"value\":\"1.00\"}}]}";

    private final Given given = new Given();

    @Test
    void oneCustomersTokenIsNeverAnothers() {
        Customer bob = Customer.of("BOB", "Bob", "bob@x.id", PhoneNumber.of("081234567890"));
        Binding alices = given.linked(Wallet.OVO, "binding-a", Given.CUSTOMER, "code-of-alice");
        Binding bobs = given.linked(Wallet.OVO, "binding-b", bob, "code-of-bob");
        for (Binding each : List.of(alices, bobs, alices, bobs)) {
            given.doku.then(200, BALANCE);
            FakeCall call = given.call();
            given.balance().balance(call, each);
            String token = Sent.header(Sent.onlyOperation(call), "Authorization-customer");
            assertThat(token)
                    .isEqualTo(
                            "Bearer "
                                    + given.credentials
                                            .find("b2b2c-" + each.id())
                                            .orElseThrow()
                                            .value()
                                            .reveal());
        }
        assertThat(given.credentials.find("b2b2c-binding-a").orElseThrow().value())
                .isNotEqualTo(given.credentials.find("b2b2c-binding-b").orElseThrow().value());
    }

    @Test
    void aTokenOrAGrantInAnothersNameIsNotUsed() {
        Binding binding = given.linked(Wallet.OVO);
        given.credentials.put(
                "b2b2c-" + binding.id(),
                new Credential(
                        Secret.of("stolen"),
                        Optional.of(Secret.of("stolen-refresh")),
                        Optional.of(FakeDoku.NOW.plusSeconds(600)),
                        Optional.of("BOB")));
        FakeCall call = given.call();
        assertThatThrownBy(() -> given.balance().balance(call, binding))
                .isInstanceOf(BindingUnusable.class)
                .hasMessageContaining("another customer");
        Binding wrong = new Binding(binding.id(), Given.DOKU, Wallet.OVO, "BOB", FakeDoku.NOW);
        assertThatThrownBy(() -> given.balance().balance(call, wrong))
                .isInstanceOf(BindingUnusable.class)
                .hasMessageContaining("another customer");
        assertThat(Sent.operations(call)).isEmpty();
    }

    @Test
    void anotherCustomersRefreshTokenIsNotUsedEither() {
        Binding binding = given.linked(Wallet.OVO);
        given.credentials.put(
                "b2b2c-" + binding.id(),
                new Credential(
                        Secret.of("stolen"),
                        Optional.of(Secret.of("stolen-refresh")),
                        Optional.of(FakeDoku.NOW.minusSeconds(1)),
                        Optional.of("BOB")));
        given.doku.then(200, BALANCE);
        given.balance().balance(given.call(), binding);
        assertThat(given.doku.tokenRequests)
                .allSatisfy(r -> assertThat(r.body().text()).doesNotContain("stolen"));
    }
}
