package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapJsonTest {
    private final SnapJson json = new SnapJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":null,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"b\":{\"a\":1,\"c\":{},\"a\":2}}",
                "{\"b\":{\"x\":1},\"b\":{\"y\":2}}",
                "{\"b\":[1],\"b\":[2]}",
                "{\"b\":[{\"a\":1,\"a\":2}]}",
                "{\"b\":{\"c\":[{\"d\":{\"a\":1,\"a\":1}}]}}",
                "{\"a\":1} {\"a\":2}",
                "{\"a\":1",
                "[]",
                "\"a\"",
                ""
            })
    void whatHasTwoReadingsOrNoneIsNotRead(String text) {
        assertThat(json.read(Body.utf8(text))).isEmpty();
    }

    @Test
    void theSameNameInTwoObjectsIsNoRepetition() {
        assertThat(json.read(Body.utf8("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}")))
                .isPresent();
    }
}
