package id.dompet.testkit.conformance.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dompet.model.PhoneNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Secrets are found however they are written, and nothing else is. */
class SecretSearchTest {
    private static final String SECRET = "kX9vQ2mT7pLr4ZbW8sYd3NfH6gJc1RtV";
    private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);
    private static final PhoneNumber PHONE = PhoneNumber.of("081250001234");

    private final SecretSearch search = new SecretSearch();

    private void finds(String text) {
        assertTrue(search.find("before " + text + " after").isPresent(), text);
    }

    private void findsNothing(String text) {
        assertTrue(search.find(text).isEmpty(), text);
    }

    @Test
    void secretsAreFoundInEverySpelling() {
        search.add("the key", SECRET);

        finds(SECRET);
        finds(SECRET.toUpperCase(Locale.ROOT));
        finds(SECRET.substring(11, 19));
        finds(HexFormat.of().formatHex(BYTES));
        finds(HexFormat.of().withUpperCase().formatHex(BYTES, 5, 13));
        for (String before : List.of("", "x", "xy")) {
            finds(
                    Base64.getEncoder()
                            .encodeToString(
                                    (before + SECRET + "z").getBytes(StandardCharsets.UTF_8)));
            finds(
                    Base64.getUrlEncoder()
                            .encodeToString((before + SECRET).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void whatIsFoundHasANameAndAPlace() {
        search.add("the key", SECRET);

        assertEquals(
                new SecretSearch.Found("the key", 6), search.find("key = " + SECRET).orElseThrow());
    }

    @Test
    void charactersThatUrlsEscapeDoNotHideASecret() {
        String secret = "a+b/c=d&e f%g+h/i=j&k l%m";
        search.add("the key", secret);

        finds(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    @Test
    void sevenCharactersAreNothing() {
        search.add("the key", SECRET);
        search.add("a PIN", "123456");

        findsNothing(SECRET.substring(0, 7) + " " + SECRET.substring(20, 27));
        findsNothing("the PIN is 123456");
        findsNothing("");
    }

    @Test
    void phoneNumbersAreFoundInEverySpelling() {
        search.add(PHONE);

        for (String spelling :
                List.of(
                        "081250001234",
                        "6281250001234",
                        "+62 812-5000-1234",
                        "(0812) 5000 1234",
                        "81250001234")) {
            finds(spelling);
        }
        finds(HexFormat.of().formatHex("6281250001234".getBytes(StandardCharsets.UTF_8)));
        finds(
                Base64.getEncoder()
                        .encodeToString("tel:081250001234.".getBytes(StandardCharsets.UTF_8)));
        findsNothing(PHONE.toString());
    }

    @Test
    void theArmourOfAKeyIsNoSecret() {
        String body =
                "MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDS" + SECRET + "0123456789";
        search.add(
                "the key",
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");

        finds(SECRET);
        findsNothing("expected -----BEGIN PRIVATE KEY----- in PEM");
        findsNothing("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA");
    }
}
