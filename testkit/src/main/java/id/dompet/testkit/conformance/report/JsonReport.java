package id.dompet.testkit.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The report for programs. Names and values of its fields are never changed. */
final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonReport() {}

    static String write(Report report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("plugin", report.plugin());
        json.put("pluginVersion", report.pluginVersion());
        json.put("class", report.suite().getName());
        json.put("date", report.date().toString());
        json.put("jdk", System.getProperty("java.version"));
        ObjectNode versions = json.putObject("versions");
        report.versions().forEach(versions::put);
        json.put("complete", report.complete());
        json.put("headline", report.headline());
        ObjectNode totals = json.putObject("totals");
        totals.put("passed", report.count(Result.PASSED));
        totals.put("failed", report.count(Result.FAILED));
        totals.put("notApplicable", report.count(Result.NOT_APPLICABLE));
        totals.put("waived", report.count(Result.WAIVED));
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problems::add);
        ArrayNode missing = json.putArray("missing");
        report.missing().forEach(missing::add);
        ArrayNode rules = json.putArray("rules");
        report.verdicts().forEach(verdict -> rules.add(rule(verdict)));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode rule(Verdict verdict) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", verdict.rule().id());
        json.put("level", verdict.rule().level().name());
        json.put("result", verdict.result().word());
        json.put("demands", verdict.rule().demands());
        json.put("evidence", verdict.evidence());
        return json;
    }
}
