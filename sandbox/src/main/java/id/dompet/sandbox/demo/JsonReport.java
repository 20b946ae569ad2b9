package id.dompet.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.dompet.sandbox.cli.Terminal;
import java.util.List;

/** For programs: one JSON object per line, in ASCII whatever the terminal's encoding. */
final class JsonReport implements Report {
    private final ObjectWriter json =
            JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writerFor(StepResult.class);
    private final Terminal terminal;

    JsonReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(String where, List<String> legend, List<Leg> legs) {}

    @Override
    public void step(StepResult result) {
        try {
            terminal.line(json.writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a step could not be written as JSON", e);
        }
    }
}
