package id.dompet.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.WebRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What an action is given: the fields of a form, or of a JSON object. */
final class Parameters {
    private final UnaryOperator<String> values;

    private Parameters(UnaryOperator<String> values) {
        this.values = values;
    }

    static Parameters of(WebRequest request) {
        if (request.isForm()) {
            return new Parameters(request::field);
        }
        ObjectNode body = request.json();
        return new Parameters(
                name -> {
                    JsonNode value = body.path(name);
                    if (value.isContainerNode()) {
                        throw Refused.bad("\"%s\" has to be a text or a number.".formatted(name));
                    }
                    return value.isMissingNode() || value.isNull() ? "" : value.asText().strip();
                });
    }

    /** Empty text when it is not given. */
    String optional(String name) {
        return values.apply(name);
    }

    String text(String name) {
        String value = optional(name);
        if (value.isEmpty()) {
            throw Refused.bad("\"%s\" is missing.".formatted(name));
        }
        return value;
    }

    /** A whole number from 0 to a trillion. */
    long number(String name) {
        String value = text(name);
        if (!value.matches("[0-9]{1,12}")) {
            throw Refused.bad(
                    "\"%s\" has to be a whole number of at most 12 digits, not \"%s\"."
                            .formatted(name, value));
        }
        return Long.parseLong(value);
    }

    long number(String name, long otherwise) {
        return optional(name).isEmpty() ? otherwise : number(name);
    }

    /** Written as {@code PT30M}, or short as {@code 30m}, {@code 6h}, {@code 2d}, {@code -10s}. */
    Duration duration(String name) {
        String value = text(name).toUpperCase(Locale.ROOT);
        String iso =
                value.matches("-?[0-9]{1,9}[SMH]")
                        ? (value.startsWith("-") ? "-PT" + value.substring(1) : "PT" + value)
                        : value.matches("-?[0-9]{1,6}D")
                                ? (value.startsWith("-") ? "-P" + value.substring(1) : "P" + value)
                                : value;
        try {
            return Duration.parse(iso);
        } catch (DateTimeException e) {
            throw Refused.bad(
                    "\"%s\" has to be a duration such as 30m, 6h or PT30M, not \"%s\"."
                            .formatted(name, value));
        }
    }
}
