package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger may try. */
final class DokuForgeriesTest {
    private final Given given = new Given();
    private final Inbound inbound = new Inbound(given);
    private final InboundRequest genuine = inbound.notification(Inbound.payment("00"));

    private void isRejected(InboundRequest request, String... codes) {
        assertThat(inbound.open(request))
                .isInstanceOfSatisfying(
                        Notification.Rejected.class,
                        rejected -> {
                            assertThat(rejected.reply().status()).isBetween(400, 499);
                            if (codes.length > 0) {
                                assertThat(Inbound.code(rejected.reply())).isIn((Object[]) codes);
                            }
                        });
    }

    private static String flip(String text, int at, int bit) {
        char[] characters = text.toCharArray();
        characters[at] = (char) (characters[at] ^ bit);
        return new String(characters);
    }

    @Test
    void noByteOfTheBodyCanBeChanged() {
        byte[] body = genuine.body().bytes();
        for (int i = 0; i < body.length; i++) {
            for (int bit : new int[] {1, 2, 32, 128}) {
                byte[] changed = body.clone();
                changed[i] ^= (byte) bit;
                isRejected(
                        InboundRequest.of("POST", genuine.target(), genuine.headers(), changed),
                        "4015600");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-SIGNATURE", "X-TIMESTAMP", "X-PARTNER-ID"})
    void noCharacterOfAHeaderCanBeChanged(String header) {
        String value = genuine.onlyHeader(header).orElseThrow();
        for (int i = 0; i < value.length(); i++) {
            for (int bit : new int[] {1, 2, 4, 8, 16, 32}) {
                isRejected(Inbound.with(genuine, header, List.of(flip(value, i, bit))));
            }
        }
    }

    @Test
    void noCharacterOfATokenRequestCanBeChanged() {
        InboundRequest request = inbound.tokenRequest();
        for (String header : List.of("X-CLIENT-KEY", "X-SIGNATURE", "X-TIMESTAMP")) {
            String value = request.onlyHeader(header).orElseThrow();
            for (int i = 0; i < value.length(); i += header.equals("X-SIGNATURE") ? 7 : 1) {
                isRejected(Inbound.with(request, header, List.of(flip(value, i, 1))), "4017300");
            }
            isRejected(
                    Inbound.with(request, header, List.of(flip(value, value.length() - 1, 1))),
                    "4017300");
        }
    }

    @Test
    void unusedBitsOfASignatureAreNoSecondSignature() {
        String signature = genuine.onlyHeader("X-SIGNATURE").orElseThrow();
        assertThat(signature).endsWith("==");
        char last = signature.charAt(85);
        for (char c = '0'; c <= 'z'; c++) {
            if (c != last) {
                isRejected(
                        Inbound.with(
                                genuine,
                                "X-SIGNATURE",
                                List.of(signature.substring(0, 85) + c + "==")),
                        "4015600");
            }
        }
        isRejected(Inbound.with(genuine, "X-SIGNATURE", List.of(signature.replace("=", ""))));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,4005602",
        "X-SIGNATURE,4005602",
        "X-TIMESTAMP,4005602",
        "X-PARTNER-ID,4005602",
        "X-EXTERNAL-ID,4005602"
    })
    void everyHeaderComesExactlyOnce(String header, String code) {
        String value = genuine.onlyHeader(header).orElseThrow();
        isRejected(Inbound.with(genuine, header, List.of()), code);
        isRejected(Inbound.with(genuine, header, List.of(value, value)), code);
        isRejected(Inbound.with(genuine, header, List.of("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notify/dokU",
                "/notify/doku/",
                "/notify/doku?x=1",
                "//notify/doku",
                "/notify"
            })
    void anotherPathIsAnotherRequest(String target) {
        isRejected(
                InboundRequest.of("POST", target, genuine.headers(), genuine.body().bytes()),
                "4015600");
    }

    @Test
    void anotherMethodIsRefused() {
        assertThat(
                        inbound.open(
                                InboundRequest.of(
                                        "PUT",
                                        genuine.target(),
                                        genuine.headers(),
                                        genuine.body().bytes())))
                .isInstanceOf(Notification.Rejected.class);
    }

    @Test
    void aTokenThatWasNotIssuedHereIsWorthNothing() {
        String body = Inbound.payment("00");
        String time = "2025-01-15T03:20:30Z";
        String mine = inbound.token();
        String[] pieces = mine.split("\\.", -1);
        for (String token :
                List.of(
                        "eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9.",
                        "n1.99999999999." + pieces[2] + "." + pieces[3],
                        "n1."
                                + pieces[1]
                                + "."
                                + pieces[2].replace('a', 'b')
                                + "."
                                + "0".repeat(64),
                        "n1." + pieces[1] + "." + pieces[2] + ".",
                        mine + "0",
                        mine.toUpperCase(java.util.Locale.ROOT),
                        new NotificationTokens(
                                        Given.CLIENT_ID,
                                        Secret.of("another secret"),
                                        new java.util.Random(1))
                                .issue(FakeDoku.NOW),
                        new NotificationTokens(
                                        "another client",
                                        Secret.of(Given.CLIENT_SECRET),
                                        new java.util.Random(1))
                                .issue(FakeDoku.NOW))) {
            // Signed with the right secret all the same: the token alone must be enough to refuse.
            isRejected(inbound.notification(Inbound.PATH, token, time, body), "4015601");
        }
    }

    @Test
    void anotherSecretSignsNothing() {
        String token = inbound.token();
        String time = "2025-01-15T03:20:30Z";
        Body body = Body.utf8(Inbound.payment("00"));
        for (Secret secret : List.of(Secret.of("SK-other"), Secret.of("" + token))) {
            String signature =
                    new SymmetricSigner(secret)
                            .sign(
                                    "POST",
                                    Inbound.PATH,
                                    token.getBytes(StandardCharsets.UTF_8),
                                    body,
                                    time);
            isRejected(Inbound.with(genuine, "X-SIGNATURE", List.of(signature)), "4015600");
        }
    }

    @Test
    void thePartnerMustBeUs() {
        isRejected(Inbound.with(genuine, "X-PARTNER-ID", List.of("BRN-0000-1")), "4015600");
    }

    @Test
    void ourOwnKeyIsNotDokus() {
        String time = "2025-01-15T03:20:30Z";
        isRejected(
                Inbound.with(
                        inbound.tokenRequest(),
                        "X-SIGNATURE",
                        List.of(Keys.merchant().sign(Given.CLIENT_ID, time))),
                "4017300");
    }

    @ParameterizedTest
    @ValueSource(longs = {-901, 901, 3_600, -86_400})
    void anOldTokenRequestCannotBeReplayed(long seconds) {
        String time = SnapTime.header(FakeDoku.NOW.plusSeconds(seconds));
        InboundRequest request =
                Inbound.request(
                        Inbound.PATH,
                        Map.of(
                                "X-CLIENT-KEY",
                                Given.CLIENT_ID,
                                "X-TIMESTAMP",
                                time,
                                "X-SIGNATURE",
                                Keys.doku().sign(Given.CLIENT_ID, time)),
                        "{\"grantType\":\"client_credentials\"}");
        isRejected(request, "4017300");
    }

    @Test
    void aTokenRequestIsWholeOrRefused() {
        InboundRequest request = inbound.tokenRequest();
        for (String header : List.of("X-SIGNATURE", "X-TIMESTAMP")) {
            isRejected(Inbound.with(request, header, List.of()), "4007302");
            String value = request.onlyHeader(header).orElseThrow();
            isRejected(Inbound.with(request, header, List.of(value, value)), "4007302");
        }
        for (String body :
                List.of("", "{}", "{\"grantType\":\"authorization_code\"}", "[1]", "x")) {
            isRejected(
                    InboundRequest.of(
                            "POST",
                            request.target(),
                            request.headers(),
                            body.getBytes(StandardCharsets.UTF_8)),
                    "4007301");
        }
    }

    @Test
    void hugeAndStrangeRequestsAreRefusedQuietly() {
        isRejected(
                InboundRequest.of("POST", Inbound.PATH, genuine.headers(), new byte[64 * 1024 + 1]),
                "4005600");
        isRejected(InboundRequest.of("POST", "", new TreeMap<>(), new byte[0]));
        isRejected(Inbound.with(genuine, "X-TIMESTAMP", List.of("\u0000é" + "9".repeat(10_000))));
        isRejected(Inbound.with(genuine, "Authorization", List.of("Bearer")), "4015601");
        isRejected(Inbound.with(genuine, "X-EXTERNAL-ID", List.of("a b")), "4005601");
    }

    /** Binding URLs are refused with the binding's own codes. */
    @Test
    void refusalsNameTheServiceThatTheUrlIsFor() {
        InboundRequest request =
                inbound.notification("/notify/binding", "x", "2025-01-15T03:20:30Z", "{}");
        isRejected(request, "4010701");
    }
}
