package id.dompet.testkit.conformance.forgeries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dompet.http.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForgeriesTest {
    private static final InboundRequest PAID = request("{\"reference\":\"a-1\",\"amount\":100}");
    private static final InboundRequest OTHER = request("{\"reference\":\"b-2\",\"amount\":200}");

    private static InboundRequest request(String body) {
        return InboundRequest.of(
                "POST",
                "/notify",
                Map.of("X-Signature", List.of("0123456789abcdef0123456789abcdef")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> made(long seed, int count) {
        return new Forgeries(List.of(PAID, OTHER), seed)
                .first(count)
                .map(each -> each.forgery().how() + each.forgery().body())
                .toList();
    }

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        assertEquals(made(1, 20_000), made(1, 20_000));
        assertNotEquals(made(1, 20_000), made(2, 20_000));
    }

    @Test
    void areAsManyAsAskedFor() {
        assertEquals(10, made(1, 10).size());
        assertEquals(20_000, made(1, 20_000).size());
    }

    @Test
    void flipEveryBitCutEverywhereAndExchangeFields() {
        Set<String> bodies =
                new Forgeries(List.of(PAID, OTHER), 1)
                        .first(20_000)
                        .map(each -> each.forgery().body())
                        .collect(Collectors.toSet());
        String paid = PAID.body().text();
        for (int i = 0; i < paid.length(); i++) {
            assertTrue(bodies.contains(paid.substring(0, i)), "cut after " + i);
            for (int bit = 0; bit < 8; bit++) {
                char[] flipped = paid.toCharArray();
                flipped[i] ^= (char) (1 << bit);
                assertTrue(bodies.contains(new String(flipped)), "bit " + bit + " of " + i);
            }
        }
        assertTrue(bodies.contains("{\"reference\":\"b-2\",\"amount\":100}"));
        assertTrue(bodies.contains("{\"reference\":\"a-1\",\"amount\":1000}"));
        assertTrue(bodies.contains("{\"reference\":\"b-2\",\"reference\":\"a-1\",\"amount\":100}"));
    }

    @Test
    void valuesAreFoundInEveryFormat() {
        assertEquals(
                List.of("a-1", "100", "x"),
                values("{\"reference\":\"a-1\",\"more\":{\"amount\":100,\"list\":[\"x\"]}}"));
        assertEquals(List.of("a-1", "100"), values("reference=a-1&amount=100"));
        assertEquals(List.of("a-1", "100"), values("<r><ref>a-1</ref><amount>100</amount></r>"));
        assertEquals(List.of("00", "a-1", "100"), values("00|a-1|100"));
    }

    private static List<String> values(String body) {
        return Leaf.of(body).stream().map(leaf -> leaf.in(body)).toList();
    }

    @Test
    void signaturesAreTheSameWhateverTheirSpelling() {
        byte[] bytes = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 0xfe};
        assertArrayEquals(bytes, TextChanges.decoded("0102030405060708090A0BFE").orElseThrow());
        assertArrayEquals(bytes, TextChanges.decoded("AQIDBAUGBwgJCgv+").orElseThrow());
        assertArrayEquals(bytes, TextChanges.decoded("AQIDBAUGBwgJCgv-").orElseThrow());
        assertTrue(TextChanges.decoded("too short").isEmpty());
    }
}
