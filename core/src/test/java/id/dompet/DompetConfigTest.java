package id.dompet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import id.dompet.internal.config.CheckedConfig;
import id.dompet.internal.config.ConfigReader;
import id.dompet.model.DompetException;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DompetConfigTest {
    private static final String CANARY = "c4n4ry-s3cr3t";
    private static final String KEY = "dompet.acme.api-key";
    private static final String BASE =
            "dompet.environment = sandbox\r\ndompet.providers = acme\r\n";

    @TempDir Path folder;

    /** Each bit is one source that gives the key. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void theStrongestSourceWins(int sources) throws IOException {
        DompetConfig.Builder builder = DompetConfig.builder();
        builder.settings((sources & 8) == 0 ? Map.of() : Map.of(KEY, "8"));
        Properties properties = new Properties();
        if ((sources & 4) != 0) {
            properties.setProperty(KEY, "4");
        }
        builder.systemProperties(properties);
        builder.environment((sources & 2) == 0 ? Map.of() : Map.of("DOMPET_ACME_API_KEY", "2"));
        builder.file(write(BASE + ((sources & 1) == 0 ? "" : KEY + " = 1")));

        assertThat(apiKey(builder.build()))
                .isEqualTo(Integer.toString(Integer.highestOneBit(sources)));
    }

    @Test
    void anApplicationCanReadWhatASettingWillBe() throws IOException {
        DompetConfig config =
                DompetConfig.builder()
                        .file(write(BASE + "dompet.acme.callback-url = ${env:SHOP}/notify \r\n"))
                        .environment(Map.of("SHOP", "https://shop.example"))
                        .build();
        assertThat(config.text("dompet.acme.callback-url")).contains("https://shop.example/notify");
        assertThat(config.text("dompet.acme.absent")).isEmpty();
        assertThat(config.with(Map.of("x", "${env:UNSET}")).text("x")).isEmpty();
    }

    @Test
    void everythingMayComeFromTheEnvironment() {
        CheckedConfig config =
                check(
                        DompetConfig.builder()
                                .environment(
                                        Map.of(
                                                "DOMPET_ENVIRONMENT", "sandbox",
                                                "DOMPET_PROVIDERS", "shop-1,shop-2",
                                                "DOMPET_SHOP_1_TYPE", "acme",
                                                "DOMPET_SHOP_2_TYPE", "acme",
                                                "DOMPET_SHOP_1_API_KEY", "one",
                                                "DOMPET_SHOP_2_API_KEY", "two",
                                                "DOMPET_ROUTE_DEFAULT", "shop-2",
                                                "DOMPET_CALL_TIMEOUT", "7s"))
                                .build());

        assertThat(config.instances())
                .extracting(instance -> instance.settings().secret("api-key").reveal())
                .containsExactly("one", "two");
        assertThat(config.routes().fallback().orElseThrow()).hasToString("shop-2");
        assertThat(config.timing().call()).hasSeconds(7);
    }

    @Test
    void givenSettingsOfOneSourceReadNoOther() {
        assertThatThrownBy(() -> check(DompetConfig.of(Map.of("dompet.environment", "sandbox"))))
                .isInstanceOf(DompetException.Misconfigured.class)
                .hasMessageStartingWith("1 problem(s) in the configuration:\n - dompet.providers:");
    }

    @Test
    void aFileIsLoadedWithTheProcessesOwnEnvironmentAndProperties() throws IOException {
        Map.Entry<String, String> variable =
                System.getenv().entrySet().stream()
                        .filter(entry -> entry.getKey().matches("[A-Z]+"))
                        .filter(entry -> entry.getValue().matches("[\\x21-\\x7E]+"))
                        .findFirst()
                        .orElseThrow();
        DompetConfig config =
                DompetConfig.load(write(BASE + KEY + " = ${env:" + variable.getKey() + "}"));
        assertThat(apiKey(config)).isEqualTo(variable.getValue());
        assertThat(DompetConfig.fromEnvironment().toString()).startsWith("DompetConfig[");
    }

    @Test
    void aMissingFileIsRefusedAtOnce() {
        Path missing = folder.resolve("missing.properties");
        assertThatThrownBy(() -> DompetConfig.load(missing))
                .isInstanceOf(DompetException.Misconfigured.class)
                .hasMessage(
                        "1 problem(s) in the configuration:\n - the file "
                                + missing
                                + " does not exist (check the path; relative ones begin at the"
                                + " working folder)");
    }

    @Test
    void aCopyMayOverrideAndTheOriginalStays() throws IOException {
        DompetConfig original = DompetConfig.builder().file(write(BASE + KEY + " = old")).build();
        DompetConfig copy = original.with(Map.of(KEY, "new"));

        assertThat(apiKey(copy)).isEqualTo("new");
        assertThat(apiKey(copy.with(Map.of(KEY, "newest")))).isEqualTo("newest");
        assertThat(apiKey(original)).isEqualTo("old");
    }

    @Test
    void referencesLookIntoTheGivenEnvironment() {
        DompetConfig config =
                DompetConfig.builder()
                        .settings(
                                Map.of(
                                        "dompet.environment",
                                        "sandbox",
                                        "dompet.providers",
                                        "acme",
                                        KEY,
                                        "${env:ACME}"))
                        .environment(Map.of("ACME", "x"))
                        .build();
        assertThat(apiKey(config)).isEqualTo("x");
    }

    @Test
    void laterChangesOfWhatWasGivenChangeNothing() {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "dompet.environment",
                                "sandbox",
                                "dompet.providers",
                                "acme",
                                KEY,
                                "before"));
        DompetConfig config = DompetConfig.of(settings);
        settings.put(KEY, "after");
        assertThat(apiKey(config)).isEqualTo("before");
    }

    @Test
    void itShowsKeysAndNoValues() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("dompet.acme.b", CANARY);
        properties.setProperty("other.key", CANARY);
        DompetConfig config =
                DompetConfig.builder()
                        .file(write(KEY + " = " + CANARY + "\n" + CANARY + "\n"))
                        .environment(Map.of("DOMPET_ACME_C", CANARY, "OTHER", CANARY))
                        .systemProperties(properties)
                        .settings(Map.of("dompet.acme.d", CANARY))
                        .build();
        assertThat(config)
                .hasToString(
                        "DompetConfig[***, DOMPET_ACME_C, dompet.acme.api-key, dompet.acme.b,"
                                + " dompet.acme.d]");
    }

    @Test
    void problemsOfAFileNameItsLinesAndAPastedSecretIsNotShown() throws IOException {
        Path file =
                write(
                        BASE
                                + "dompet.acme.apikey = "
                                + CANARY
                                + "\r\ndompt.acme.url = x\r\n"
                                + KEY
                                + " = -----BEGIN PRIVATE KEY-----\r\n"
                                + "MIIEvQIBADANBgkq\r\n"
                                + "hkiG9w0BAQEFAASC\r\n");
        assertThatThrownBy(() -> check(DompetConfig.builder().file(file).build()))
                .hasMessage(
                        "3 problem(s) in the configuration:\n"
                                + " - dompt.acme.url: does not begin with 'dompet.', in"
                                + " shop.properties, line 4 (keep the settings of other programs"
                                + " elsewhere)\n"
                                + " - 2 key(s) do not begin with 'dompet.' and are not shown, since"
                                + " they may be pieces of a secret; one is in shop.properties, line"
                                + " 6 (end each line of a longer value but the last with a"
                                + " backslash, or put a secret into a file of its own and its path"
                                + " into '...-file')\n"
                                + " - dompet.acme.apikey: is not a known setting, in"
                                + " shop.properties, line 3 (did you mean 'dompet.acme.api-key'?)");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("shop.properties"), content);
    }

    private static String apiKey(DompetConfig config) {
        ProviderSettings settings = check(config).instances().get(0).settings();
        return settings.secret("api-key").reveal();
    }

    private static CheckedConfig check(DompetConfig config) {
        return ConfigReader.check(config.layers(), List.of(new AcmePlugin()), List.of());
    }

    private static final class AcmePlugin implements WalletProviderPlugin {
        @Override
        public String type() {
            return "acme";
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.secret("api-key", "The key from the dashboard."));
        }

        @Override
        public Module module() {
            return new AbstractModule() {};
        }
    }
}
