package id.dompet.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    // RFC 4231, test case 2.
    private static final Secret JEFE = Secret.of("Jefe");
    private static final byte[] WHAT = "what do ya want ".getBytes(UTF_8);
    private static final byte[] FOR = "for nothing?".getBytes(UTF_8);

    @Test
    void keyedHashesAreThoseOfTheStandard() {
        assertThat(HmacKey.sha256(JEFE).hex(WHAT, FOR))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(HmacKey.sha512(JEFE).hex(WHAT, FOR))
                .isEqualTo(
                        "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                                + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    }

    @Test
    void aKeyCanBeUsedAgain() {
        HmacKey key = HmacKey.sha256(JEFE);
        assertThat(key.of(WHAT, FOR)).isEqualTo(key.of(WHAT, FOR));
        assertThat(key).hasToString("HmacKey[HmacSHA256]");
    }

    @Test
    void digestsAreThoseOfTheStandards() {
        // RFC 1321, A.5, and FIPS 180-4's example.
        assertThat(Digest.MD5.hex("ab".getBytes(UTF_8), "c".getBytes(UTF_8)))
                .isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(Digest.SHA_256.hex("abc".getBytes(UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hexadecimalMatchesInEitherCase() {
        byte[] expected = HexFormat.of().parseHex("00abcdef");
        assertThat(Signatures.matchesHex(expected, "00abcdef")).isTrue();
        assertThat(Signatures.matchesHex(expected, "00ABCDEF")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00abcde", "00abcdee", "00abcdef00", "zzabcdef", "00abcd\u0665f"})
    void anythingElseDoesNotMatch(String received) {
        assertThat(Signatures.matchesHex(HexFormat.of().parseHex("00abcdef"), received)).isFalse();
    }
}
