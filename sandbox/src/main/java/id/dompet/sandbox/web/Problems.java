package id.dompet.sandbox.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What programs are told when something was not done: {@code {"error": "a sentence"}}. */
final class Problems {
    private Problems() {}

    static Reply json(int status, String sentence) {
        return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }
}
