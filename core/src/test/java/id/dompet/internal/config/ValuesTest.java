package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    private static final String URL = "dompet.duitku.base-url";
    private static final String SKEW = "dompet.duitku.clock-skew";
    private static final String SECRET = "dompet.duitku.api-key";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "HTTPS://api.example.com:8443/v1/",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://127.9.9.9:1/x",
                "http://[::1]:8080"
            })
    void aUrlIsHttpsOrThisMachine(String url) {
        assertThat(Checking.valid().set(URL, url).check().instances().get(0).settings())
                .satisfies(settings -> assertThat(settings.uri("base-url")).hasToString(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://api.example.com | is plain http to api.example.com (use https",
                "http://127.0.0.1.example.com | is plain http to 127.0.0.1.example.com",
                "http://localhost.example.com | is plain http to localhost.example.com",
                "api.example.com/v1 | is not an absolute https URL (write for example",
                "ftp://api.example.com | is not an absolute https URL",
                "https:///v1 | has no valid host and port",
                "https://api.example.com:99999 | has no valid host and port",
                "https://a b | is not a URL (write for example",
                "https://u:c4n4ry-s3cr3t@api.example.com | contains a user or a password (leave",
                "https://api.example.com/?k=c4n4ry-s3cr3t | has a query or a fragment (leave out",
                "https://api.example.com/#c4n4ry-s3cr3t | has a query or a fragment"
            })
    void anotherUrlIsRefusedAndNotShown(String url, String problem) {
        assertThat(Checking.valid().set(URL, url).problems())
                .singleElement()
                .asString()
                .startsWith(URL + ": " + problem)
                .doesNotContain(Checking.CANARY);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "20s, PT20S",
        "15m, PT15M",
        "2h, PT2H",
        "1d, PT24H",
        "PT20S, PT20S",
        "P1DT1S, PT24H1S"
    })
    void timeSpansHaveAShortAndAnIsoForm(String text, Duration expected) {
        assertThat(Checking.valid().set(SKEW, text).check().instances().get(0).settings())
                .satisfies(s -> assertThat(s.duration("clock-skew")).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "20, is not a time span",
        "20 s, is not a time span",
        "20S, is not a time span",
        "1.5h, is not a time span",
        "-5s, is not a time span",
        "999999999999999d, is not a time span",
        "0s, is not longer than nothing",
        "PT-20S, is not longer than nothing",
        "36501d, is longer than a hundred years"
    })
    void otherTimeSpansAreRefused(String text, String problem) {
        assertThat(Checking.valid().set(SKEW, text).problems())
                .containsExactly(
                        SKEW
                                + ": '"
                                + text
                                + "' "
                                + problem
                                + " (write for example 500ms, 20s, 15m, 2h, 1d or PT20S)");
    }

    @Test
    void aChoiceIsOneOfThose() {
        assertThat(Checking.valid().set("dompet.duitku.signature-scheme", "legcy").problems())
                .containsExactly(
                        "dompet.duitku.signature-scheme: 'legcy' is not one of the choices (did you"
                                + " mean 'legacy'? choose one of hmac-sha256, legacy)");
    }

    @Test
    void aListHasNoEmptyItems() {
        assertThat(Checking.valid().set("dompet.duitku.wallets", "OVO,,DANA").problems())
                .containsExactly(
                        "dompet.duitku.wallets: has nothing before or after a comma (remove the"
                                + " spare comma)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void aBlankRequiredSettingIsMissing(String blank) {
        assertThat(Checking.valid().set("dompet.duitku.merchant-code", blank).problems())
                .containsExactly(
                        "dompet.duitku.merchant-code: is blank: The merchant code, from the"
                                + " dashboard (set it; in the environment"
                                + " DOMPET_DUITKU_MERCHANT_CODE)");
        assertThat(Checking.valid().set(SECRET, blank).problems())
                .singleElement()
                .asString()
                .startsWith(SECRET + ": is blank: The API key");
    }

    @Test
    void aBlankOptionalSettingIsAbsentOrHasItsDefault() {
        assertThat(
                        Checking.valid()
                                .set("dompet.duitku.return-url", " ")
                                .set(SKEW, "")
                                .set("dompet.duitku.wallets", "")
                                .check()
                                .instances()
                                .get(0)
                                .settings())
                .satisfies(s -> assertThat(s.has("return-url")).isFalse())
                .satisfies(
                        s -> assertThat(s.duration("clock-skew")).isEqualTo(Duration.ofMinutes(5)))
                .satisfies(s -> assertThat(s.list("wallets")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " c4n4ry-s3cr3t",
                "c4n4ry-s3cr3t ",
                "c4n4ry-s3cr3t\n",
                "\uFEFFc4n4ry-s3cr3t",
                "c4n4ry-s3cr3t\u00A0",
                "c4n4ry-s3cr3t\u200B"
            })
    void blanksAroundASecretAreAProblemAndNotTrimmedSilently(String secret) {
        assertThat(Checking.valid().set(SECRET, secret).problems())
                .containsExactly(
                        SECRET
                                + ": has blanks or line breaks around it, which would make every"
                                + " signature wrong (remove what stands before and after the"
                                + " secret)");
    }

    @Test
    void shownValuesAreShortAndOnOneLine() {
        String value = "x\n" + "y".repeat(500);
        assertThat(Checking.valid().set(SKEW, value).problems())
                .singleElement()
                .asString()
                .startsWith(SKEW + ": 'x?yyy")
                .contains("...'")
                .hasSizeLessThan(200);
    }
}
