package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.spi.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnknownKeysTest {
    @ParameterizedTest
    @CsvSource({
        "dompet.duitku.apikey, dompet.duitku.api-key",
        "dompet.duitku.apiKey, dompet.duitku.api-key",
        "dompet.duitku.API_KEY, dompet.duitku.api-key",
        "dompet.duitku.api-kye, dompet.duitku.api-key",
        "dompet.duitku.client-id, dompet.doku.client-id",
        "dompet.duitku.private-key, dompet.doku.private-key",
        "dompet.enviroment, dompet.environment",
        "dompet.provider, dompet.providers",
        "dompet.call-time-out, dompet.call-timeout",
        "dompet.http.proxy, dompet.http-proxy"
    })
    void anUnknownKeyIsReportedWithWhatWasMeantAndWithoutItsValue(String key, String meant) {
        assertThat(Checking.withTwoProviders().set(key, Checking.CANARY).problems())
                .containsExactly(key + ": is not a known setting (did you mean '" + meant + "'?)");
    }

    @Test
    void anUnknownKeyLikeNoOtherIsReportedWithTheKnownOnes() {
        assertThat(Checking.withTwoProviders().set("dompet.doku.colour", "red").problems())
                .containsExactly(
                        "dompet.doku.colour: is not a known setting (known: client-id, private-key,"
                                + " type)");
        assertThat(Checking.valid().set("dompet.colour", "red").problems())
                .singleElement()
                .asString()
                .startsWith(
                        "dompet.colour: is not a known setting (known: environment, providers,");
    }

    @Test
    void unknownSystemPropertiesOfOursAreReportedAndOthersAreIgnored() {
        assertThat(
                        Checking.valid()
                                .property("dompet.call-timeuot", "1s")
                                .property("dompt.call-timeout", "1s")
                                .property("java.home", "/opt")
                                .problems())
                .containsExactly(
                        "dompet.call-timeuot: is not a known setting, in the system properties (did"
                                + " you mean 'dompet.call-timeout'?)");
    }

    @Test
    void settingsOfAnInstanceThatIsNotListedAreReportedTogether() {
        assertThat(Checking.withTwoProviders().set("dompet.providers", "duitku").problems())
                .containsExactly(
                        "dompet.doku: is not listed in dompet.providers, but has settings:"
                                + " dompet.doku.client-id, dompet.doku.private-key, dompet.doku.type"
                                + " (add it to dompet.providers or delete these settings)");
    }

    @Test
    void anInstanceThatIsAlmostListedMayBeATypo() {
        assertThat(Checking.valid().set("dompet.duitk.page-size", "3").problems())
                .containsExactly(
                        "dompet.duitk: is not listed in dompet.providers, but has settings:"
                                + " dompet.duitk.page-size (add it to dompet.providers or delete"
                                + " these settings; or did you mean 'dompet.duitku.page-size'?)");
    }

    @Test
    void settingsOfAnInstanceAreNotReportedWhenItsNameOrTypeAlreadyIs() {
        assertThat(Checking.withTwoProviders().set("dompet.providers", "duitku, DOKU").problems())
                .singleElement()
                .asString()
                .startsWith("dompet.providers: 'DOKU' cannot be a provider's name");
        assertThat(Checking.withTwoProviders().set("dompet.doku.type", "acme").problems())
                .singleElement()
                .asString()
                .startsWith("dompet.doku.type: no provider type is called 'acme'");
        assertThat(Checking.withTwoProviders().without("dompet.providers").problems())
                .singleElement()
                .asString()
                .startsWith("dompet.providers: is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "dompt.duitku.api-key, dompet.duitku.api-key",
        "duitku.api-key, dompet.duitku.api-key",
        "providers, dompet.providers"
    })
    void aKeyWithoutThePrefixIsReportedWithWhatWasMeant(String key, String meant) {
        assertThat(Checking.valid().set(key, Checking.CANARY).problems())
                .containsExactly(
                        key + ": does not begin with 'dompet.' (did you mean '" + meant + "'?)");
    }

    @Test
    void aKeyOfAnotherProgramIsReported() {
        assertThat(Checking.valid().set("spring.datasource.password", Checking.CANARY).problems())
                .containsExactly(
                        "spring.datasource.password: does not begin with 'dompet.' (keep the"
                                + " settings of other programs elsewhere)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
                "c4n4rys3cr3t",
                "eyJhbGci.eyJzdWIi.c2ln"
            })
    void aKeyThatMayBeAPieceOfASecretIsNotShown(String key) {
        assertThat(Checking.valid().set(key, "").problems())
                .singleElement()
                .asString()
                .startsWith("1 key(s) do not begin with 'dompet.' and are not shown")
                .doesNotContain(key);
    }

    @Test
    void whatSlippedIntoAKeyIsNotShown() {
        assertThat(Checking.valid().set("dompet.duitku.api-key=" + Checking.CANARY, "").problems())
                .singleElement()
                .asString()
                .startsWith("dompet.duitku.api-key...: is not a known setting")
                .doesNotContain(Checking.CANARY);
    }

    @ParameterizedTest
    @CsvSource({
        "DOMPET_DUITKU_API_KEX, did you mean 'DOMPET_DUITKU_API_KEY'?",
        "DOMPET_DUITKU_APIKEY, did you mean 'DOMPET_DUITKU_API_KEY'?"
    })
    void anUnknownVariableOfAConfiguredInstanceIsReported(String name, String suggestion) {
        assertThat(Checking.valid().variable(name, Checking.CANARY).problems())
                .containsExactly(
                        name
                                + ": is an environment variable for provider 'duitku' that nobody"
                                + " reads ("
                                + suggestion
                                + ")");
    }

    @Test
    void anUnknownVariableLikeNoOtherIsReportedWithTheKnownOnes() {
        assertThat(Checking.withTwoProviders().variable("DOMPET_DOKU_COLOUR", "red").problems())
                .containsExactly(
                        "DOMPET_DOKU_COLOUR: is an environment variable for provider 'doku' that"
                                + " nobody reads (known: DOMPET_DOKU_CLIENT_ID,"
                                + " DOMPET_DOKU_PRIVATE_KEY, DOMPET_DOKU_TYPE)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DOMPET_SERVICE_HOST",
                "DOMPET_VERSION",
                "DOMPET_DOKU_API_KEY",
                "DOMPET_DUITKU_SERVICE_HOST",
                "DOMPET_DUITKU_SERVICE_PORT_HTTP",
                "DOMPET_DUITKU_PORT",
                "DOMPET_DUITKU_PORT_8080_TCP_ADDR",
                "DOMPET_ROUTE_SERVICE_HOST",
                "DOMPET",
                "PATH"
            })
    void otherVariablesAreNoneOfOurBusiness(String name) {
        assertThat(Checking.valid().variable(name, "x").problems()).isEmpty();
    }

    @Test
    void aRouteVariableNamesAWallet() {
        assertThat(Checking.valid().variable("DOMPET_ROUTE_ovo", "duitku").problems())
                .containsExactly(
                        "DOMPET_ROUTE_ovo: names no wallet; wallet codes are upper-case letters,"
                                + " digits and underscores, in environment variable"
                                + " DOMPET_ROUTE_ovo (write for example DOMPET_ROUTE_OVO)");
        assertThat(Checking.valid().variable("DOMPET_ROUTE_OVO", "acme").problems())
                .containsExactly(
                        "dompet.route.OVO: 'acme' is not listed in dompet.providers, in environment"
                                + " variable DOMPET_ROUTE_OVO (choose one of duitku)");
    }

    @Test
    void aVariableThatCouldMeanTwoSettingsIsReported() {
        FakePlugin plugin =
                new FakePlugin(
                        "acme",
                        Setting.text("key", "The key.").optional(),
                        Setting.text("b-key", "The other key.").optional());
        assertThat(
                        Checking.empty()
                                .set("dompet.environment", "sandbox")
                                .set("dompet.providers", "a, a-b")
                                .set("dompet.a.type", "acme")
                                .set("dompet.a-b.type", "acme")
                                .set("dompet.route.default", "a")
                                .variable("DOMPET_A_B_KEY", "x")
                                .plugins(plugin)
                                .problems())
                .containsExactly(
                        "DOMPET_A_B_KEY: could mean each of dompet.a.b-key and dompet.a-b.key (set"
                                + " them in a file or as system properties, or rename an instance"
                                + " that no handle names yet)");
    }
}
