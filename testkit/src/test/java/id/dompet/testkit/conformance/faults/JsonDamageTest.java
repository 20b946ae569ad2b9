package id.dompet.testkit.conformance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every part of an answer in turn, and amounts as they were written. */
class JsonDamageTest {

    @Test
    void everyPartIsDamagedInEveryWay() {
        String genuine = "{\"code\":\"00\",\"paid\":{\"value\":10.00}}";

        Map<String, String> damaged =
                JsonDamage.of(genuine).stream()
                        .collect(
                                Collectors.toMap(
                                        JsonDamage::toString, each -> each.applyTo(genuine)));

        assertEquals(11, damaged.size(), damaged::toString);
        assertEquals("{\"paid\":{\"value\":10.00}}", damaged.get("the answer's /code is missing"));
        assertEquals(
                "{\"code\":\"00\",\"paid\":{\"value\":null}}",
                damaged.get("the answer's /paid/value is null"));
        assertEquals(
                "{\"code\":[7],\"paid\":{\"value\":10.00}}",
                damaged.get("the answer's /code is of another type"));
        assertEquals(
                "{\"code\":\"00\",\"paid\":{\"value\":10.00},\"code\":null}",
                damaged.get("the answer's /code is there twice"));
    }

    @Test
    void partsOfListsAreDamagedToo() {
        JsonDamage first = JsonDamage.of("{\"ways\":[\"a\",\"b\"]}").get(4);

        assertEquals("{\"ways\":[\"b\"]}", first.applyTo("{\"ways\":[\"a\",\"b\"]}"));
        assertEquals("{\"ways\":[]}", first.applyTo("{\"ways\":[]}"));
    }

    @Test
    void otherFormatsHaveNoSuchParts() {
        assertTrue(JsonDamage.of("00|x1|25000").isEmpty());
    }
}
