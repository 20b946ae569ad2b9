package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DokuWhitespaceTest {
    private static final String[] PIECES = {
        " ", "\\\"", "\\\\", "\\n", "é", "😀", "\\u00e9", "{", ":", "x", "\\/"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"a\" : 5000.00 , \"b\" : 1E4 }|{\"a\":5000.00,\"b\":1E4}",
                "{\"a\": \" b  c \"}|{\"a\":\" b  c \"}",
                "{\"a\": \"\\\" { \\\\\" , \"b\" : [ 1 , -0.0 ]}|{\"a\":\"\\\" { \\\\\",\"b\":[1,-0.0]}",
                "{\"a\":\"caf\\u00e9 \\/ é\" }|{\"a\":\"caf\\u00e9 \\/ é\"}",
                "{\"a\":1, \"a\":2}|{\"a\":1,\"a\":2}"
            })
    void nothingButWhiteSpaceBetweenTokensGoes(String raw, String expected) {
        assertThat(new String(JsonWhitespace.strip(raw.getBytes(UTF_8)), UTF_8))
                .isEqualTo(expected);
    }

    @Test
    void aMillionRandomDocumentsComeBackAsTheyWereWritten() {
        SplittableRandom random = new SplittableRandom(42);
        StringBuilder compact = new StringBuilder();
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            compact.setLength(0);
            spaced.setLength(0);
            write(random, compact, spaced, 0);
            byte[] stripped = JsonWhitespace.strip(spaced.toString().getBytes(UTF_8));
            // Compared before it is asserted, which would take longer than everything else.
            if (!Arrays.equals(stripped, compact.toString().getBytes(UTF_8))) {
                assertThat(new String(stripped, UTF_8))
                        .as("what was left of document %d: %s", i, spaced)
                        .isEqualTo(compact.toString());
            }
        }
    }

    private static void write(
            SplittableRandom random, StringBuilder compact, StringBuilder spaced, int depth) {
        int kind = random.nextInt(depth > 3 ? 2 : 4);
        if (kind == 0) {
            both(random, compact, spaced, string(random));
        } else if (kind == 1) {
            both(random, compact, spaced, random.nextInt(1000) + ".5" + random.nextInt(10) + "0");
        } else {
            both(random, compact, spaced, kind == 2 ? "[" : "{");
            for (int i = random.nextInt(4); i >= 0; i--) {
                if (kind == 3) {
                    both(random, compact, spaced, string(random));
                    both(random, compact, spaced, ":");
                }
                write(random, compact, spaced, depth + 1);
                if (i > 0) {
                    both(random, compact, spaced, ",");
                }
            }
            both(random, compact, spaced, kind == 2 ? "]" : "}");
        }
    }

    private static void both(
            SplittableRandom random, StringBuilder compact, StringBuilder spaced, String token) {
        compact.append(token);
        int white = random.nextInt(5);
        spaced.append(" \t\r\n ", white, random.nextInt(white, 6)).append(token);
    }

    private static String string(SplittableRandom random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.append('"').toString();
    }
}
