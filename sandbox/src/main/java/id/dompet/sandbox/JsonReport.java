package id.dompet.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** For programs: one JSON object per line, in ASCII whatever the terminal's encoding. */
final class JsonReport implements Report {
    private final ObjectWriter json =
            JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writerFor(StepResult.class);
    private final Console console;

    JsonReport(Console console) {
        this.console = console;
    }

    @Override
    public void begin(String where, List<String> legend, List<Leg> legs) {}

    @Override
    public void step(StepResult result) {
        try {
            console.line(json.writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a step could not be written as JSON", e);
        }
    }
}
