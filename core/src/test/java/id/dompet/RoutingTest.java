package id.dompet;

import static id.dompet.model.Samples.BUDI;
import static id.dompet.model.Samples.NOON;
import static id.dompet.model.Samples.RETURN;
import static id.dompet.model.Samples.binding;
import static id.dompet.model.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.fake.FakeProvider;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOption;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final ProviderId ZENITH = new ProviderId("zenith");

    private final FacadeFixture fixture = new FacadeFixture();

    @Test
    void newBindingsGoWhereTheConfigurationSays() {
        Map<String, String> settings = new HashMap<>(FacadeFixture.TWO_PROVIDERS);
        settings.put("dompet.route.SHOPEEPAY", "zenith");
        try (Dompet dompet = fixture.builder(settings).open()) {
            assertThat(dompet.route(Wallet.OVO, Capability.BIND).value()).isEqualTo("acme");
            assertThat(dompet.route(Wallet.SHOPEEPAY, Capability.BIND)).isEqualTo(ZENITH);
            dompet.bind(new BindRequest("b1", Wallet.SHOPEEPAY, BUDI, RETURN));
            assertThat(fixture.zenith.asked).containsExactly("zenith bind");
        }
    }

    @Test
    void handlesGoWhereTheyLiveWhateverTheConfigurationPrefers() {
        Binding atZenith = binding(ZENITH, Wallet.SHOPEEPAY);
        try (Dompet dompet = fixture.open()) {
            dompet.unbind(atZenith);
            dompet.balance(atZenith);
        }
        assertThat(fixture.zenith.asked)
                .containsExactly("zenith unbind binding-1", "zenith balance with zenith-key");
        assertThat(fixture.acme.asked).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsRefusedAndTheMessageSaysWhoCan() {
        try (Dompet dompet = fixture.open()) {
            assertThatThrownBy(
                            () ->
                                    dompet.bind(
                                            new BindRequest("b1", Wallet.SHOPEEPAY, BUDI, RETURN)))
                    .isInstanceOf(DompetException.Unsupported.class)
                    .hasMessage(
                            "acme: does not declare BIND for SHOPEEPAY; zenith does"
                                    + " (dompet.route.SHOPEEPAY chooses for new handles)");
            assertThatThrownBy(() -> dompet.pay(payment().unattended()))
                    .isInstanceOf(DompetException.Unsupported.class)
                    .hasMessageContaining("PAY_UNATTENDED");
            assertThatThrownBy(() -> dompet.topUpInstructions(binding()))
                    .isInstanceOf(DompetException.Unsupported.class);
        }
        assertThat(fixture.acme.asked).isEmpty();
    }

    @Test
    void aHandleWhoseProviderIsNotConfiguredIsNotLost() {
        Binding old = binding(new ProviderId("oldpay"), Wallet.OVO);
        try (Dompet dompet = fixture.open()) {
            assertThatThrownBy(() -> dompet.balance(old))
                    .isInstanceOf(DompetException.Misconfigured.class)
                    .hasMessageContaining("provider 'oldpay' is not configured")
                    .hasMessageContaining("acme, zenith")
                    .hasMessageContaining("keep its settings until");
        }
    }

    @Test
    void aProviderThatStillHasHandlesMustBeConfigured() {
        assertThatThrownBy(
                        () ->
                                fixture.builder(FacadeFixture.TWO_PROVIDERS)
                                        .mustServe(List.of(ZENITH, new ProviderId("oldpay")))
                                        .open())
                .isInstanceOf(DompetException.Misconfigured.class)
                .hasMessageContaining("'oldpay' still has bindings")
                .hasMessageNotContaining("zenith");
    }

    @Test
    void aProviderThatLinksWalletsNeedsACredentialStore() {
        assertThatThrownBy(
                        () ->
                                Dompet.builder(DompetConfig.of(FacadeFixture.TWO_PROVIDERS))
                                        .plugin(new FakeProvider("acme", Wallet.OVO))
                                        .plugin(new FakeProvider("zenith", Wallet.DANA))
                                        .open())
                .isInstanceOf(DompetException.Misconfigured.class)
                .hasMessageContaining("there is no credential store");
    }

    @Test
    void twoInstancesOfOneTypeShareNothing() {
        Map<String, String> settings =
                Map.of(
                        "dompet.environment", "sandbox",
                        "dompet.providers", "shop-a, shop-b",
                        "dompet.route.default", "shop-a",
                        "dompet.shop-a.type", "acme",
                        "dompet.shop-a.api-key", "key-a",
                        "dompet.shop-b.type", "acme",
                        "dompet.shop-b.api-key", "key-b");
        try (Dompet dompet = fixture.builder(settings).open()) {
            dompet.balance(binding(new ProviderId("shop-b"), Wallet.OVO));
            dompet.balance(binding(new ProviderId("shop-a"), Wallet.OVO));
        }
        assertThat(fixture.acme.asked)
                .containsExactly("shop-b balance with key-b", "shop-a balance with key-a");
        assertThat(fixture.acme.memories).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anOptionOfAnotherKindOfProviderIsRefusedNotIgnored() {
        record Coupon() implements PaymentOption {
            @Override
            public String providerType() {
                return "zenith";
            }
        }
        Payment payment = payment();
        try (Dompet dompet = fixture.open()) {
            assertThatThrownBy(() -> dompet.pay(payment, List.of(new Coupon())))
                    .isInstanceOf(DompetException.InvalidRequest.class)
                    .hasMessage(
                            "acme: Coupon is an option of providers of type 'zenith'; this payment"
                                    + " goes to one of type 'acme'");
        }
        assertThat(fixture.acme.asked).isEmpty();
        assertThat(payment.createdAt()).isEqualTo(NOON);
    }

    @Test
    void whatProvidersCanDoIsKnownBeforeAnyCall() {
        try (Dompet dompet = fixture.open()) {
            assertThat(dompet.providers().keySet())
                    .extracting(ProviderId::value)
                    .containsExactly("acme", "zenith");
            assertThat(dompet.providers().values())
                    .filteredOn(p -> p.can(Wallet.SHOPEEPAY, Capability.BALANCE))
                    .hasSize(1);
        }
    }
}
