package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.Problem;
import id.dompet.spi.Setting;
import id.dompet.testkit.ports.FakeSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuitkuSettingsTest {
    private final DuitkuPlugin plugin = new DuitkuPlugin();

    @Test
    void everySettingIsDeclaredOnceAndDescribed() {
        List<Setting> settings = plugin.settings();
        assertThat(settings)
                .extracting(Setting::key)
                .containsExactly(
                        "merchant-code",
                        "api-key",
                        "callback-url",
                        "signature-scheme",
                        "callback-signatures",
                        "account-link-base-url",
                        "web-api-base-url",
                        "callback-sources",
                        "trusted-proxies",
                        "not-found-grace");
        Set<String> descriptions = new HashSet<>();
        settings.forEach(setting -> descriptions.add(setting.description()));
        assertThat(descriptions).hasSize(settings.size());
    }

    @Test
    void onlyThreeMustBeGivenAndOneIsSecret() {
        assertThat(plugin.settings())
                .filteredOn(Setting::required)
                .extracting(Setting::key)
                .containsExactly("merchant-code", "api-key", "callback-url");
        assertThat(plugin.settings())
                .filteredOn(setting -> setting.kind() == Setting.Kind.SECRET)
                .extracting(Setting::key)
                .containsExactly("api-key");
    }

    @Test
    void theDefaultsAndEveryChoiceAreAccepted() {
        assertNoProblem(Given.sandbox());
        assertNoProblem(Given.sandbox().production());
        for (Setting setting : plugin.settings()) {
            for (String choice : setting.choices()) {
                FakeSettings settings = Given.sandbox().with(setting.key(), choice);
                assertNoProblem(settings);
                assertThat(DuitkuConfig.of(settings).id()).isEqualTo(Given.DUITKU);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api-key,D0001",
        "api-key,DS12345",
        "api-key,d1234",
        "api-key,'732B39FC 61796845775D2C4FB05332AF'",
        "merchant-code,732B39FC61796845775D2C4FB05332AF",
        "merchant-code,D 0001",
        "merchant-code,D00010000000000000000000000000000000000000000000001",
        "account-link-base-url,https://accountlink-prod.duitku.com",
        "account-link-base-url,https://ACCOUNTLINK-PROD.duitku.com",
        "account-link-base-url,https://sandbox.duitku.com",
        "account-link-base-url,https://proxy.example/api/accountlinking/v1",
        "account-link-base-url,https://proxy.example/?a=b",
        "account-link-base-url,https://proxy.example/#a",
        "account-link-base-url,https://a:b@proxy.example/",
        "web-api-base-url,https://passport.duitku.com",
        "web-api-base-url,https://api-sandbox.duitku.com",
        "web-api-base-url,https://proxy.example/webapi",
        "account-link-base-url,http://127.0.0.1:8080",
        "callback-sources,localhost",
        "callback-sources,'182.23.85.8,Documented'",
        "callback-sources,182.23.85.8/33",
        "callback-sources,0.0.0.0/0",
        "trusted-proxies,documented",
        "trusted-proxies,10.0.0.0/8x",
        "trusted-proxies,::/0",
        "callback-url,https://merchant.example/#fragment",
        "callback-url,https://user@merchant.example/",
    })
    void whatCannotWorkInTheSandboxIsNamed(String key, String value) {
        assertProblem(Given.sandbox().with(key, value), key);
    }

    @Test
    void callbackUrlsHaveAtMost255Characters() {
        String url = "https://merchant.example/" + "a".repeat(230);
        assertNoProblem(Given.sandbox().with("callback-url", url));
        assertProblem(Given.sandbox().with("callback-url", url + "a"), "callback-url");
    }

    @Test
    void bothAddressesOfASimulatorAreAccepted() {
        assertNoProblem(
                Given.sandbox()
                        .with("account-link-base-url", "http://127.0.0.1:8080/sim/")
                        .with("web-api-base-url", "http://127.0.0.1:8080/sim/")
                        .with("callback-url", "http://127.0.0.1:9090/notify"));
    }

    @ParameterizedTest
    @CsvSource({
        "account-link-base-url,https://api-sandbox.duitku.com/accountlinking",
        "account-link-base-url,https://apisandbox.duitku.com/accountlinking",
        "web-api-base-url,https://sandbox.duitku.com",
        "callback-url,http://localhost/notify",
        "callback-url,https://merchant.example:8443/notify",
    })
    void whatCannotWorkInProductionIsNamed(String key, String value) {
        assertProblem(Given.sandbox().production().with(key, value), key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://merchant.example:443/n", "http://merchant.example:80/n"})
    void thePortsThatDuitkuReachesAreAccepted(String url) {
        assertNoProblem(Given.sandbox().production().with("callback-url", url));
    }

    @Test
    void addressesAndTheWordDocumentedMayBeMixed() {
        FakeSettings settings =
                Given.sandbox()
                        .with("callback-sources", "documented, 203.0.113.7, 2001:db8::/32")
                        .with("trusted-proxies", "10.0.0.0/8, ::1");
        assertNoProblem(settings);
        assertThat(DuitkuConfig.of(settings).notFoundGrace()).hasMinutes(30);
    }

    @Test
    void noProblemRepeatsTheKey() {
        for (String key : List.of("D0001", "a secret key with spaces")) {
            assertThat(plugin.check(Given.sandbox().with("api-key", key)))
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain(key));
        }
    }

    private void assertNoProblem(FakeSettings settings) {
        assertThat(plugin.check(settings)).isEmpty();
    }

    private void assertProblem(FakeSettings settings, String key) {
        assertThat(plugin.check(settings)).extracting(Problem::key).contains(key);
    }
}
