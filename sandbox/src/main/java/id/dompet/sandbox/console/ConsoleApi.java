package id.dompet.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.sandbox.web.LiveChannel;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.Router;
import id.dompet.sandbox.web.WebRequest;
import java.util.List;

/**
 * The actions and the reads over HTTP, below {@code /api/}. An action takes a JSON object and
 * answers {@code {"done": "a sentence"}}; from a form of a page, it leads back to that page, which
 * then says the sentence. What is not done is {@code {"error": "a sentence"}} with 400, 404 or 409.
 */
final class ConsoleApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Actions actions;
    private final Reads reads;
    private final LiveChannel live;

    ConsoleApi(Actions actions, Reads reads, LiveChannel live) {
        this.actions = actions;
        this.reads = reads;
        this.live = live;
    }

    void addTo(Router routes) {
        routes.get("/api", request -> Reply.json(200, catalogue()));
        for (Read read : reads.all()) {
            routes.get(
                    "/api/" + read.path(),
                    request -> Reply.json(200, JSON.valueToTree(read.read().apply(request))));
        }
        for (Action action : actions.all()) {
            routes.post("/api/" + action.path(), request -> act(action, request));
        }
    }

    /** Every address with its parameters: for people who explore, and for {@code trigger}. */
    private JsonNode catalogue() {
        ObjectNode all = JSON.createObjectNode();
        for (Read read : reads.all()) {
            all.withArray("GET")
                    .addObject()
                    .put("path", "/api/" + read.path())
                    .put("what", read.what());
        }
        for (Action action : actions.all()) {
            ObjectNode entry =
                    all.withArray("POST")
                            .addObject()
                            .put("path", "/api/" + action.path())
                            .put("what", action.what());
            entry.set("parameters", JSON.valueToTree(action.parameters()));
        }
        return all;
    }

    private Reply act(Action action, WebRequest request) {
        try {
            String sentence = action.run().apply(Parameters.of(request));
            live.changed();
            if (!request.isForm()) {
                return Reply.json(200, JSON.createObjectNode().put("done", sentence));
            }
            request.session().say(sentence);
        } catch (Refused refused) {
            if (!request.isForm()) {
                throw refused;
            }
            request.session().say("Not done: " + refused.sentence());
        }
        return Reply.seeOther(back(request));
    }

    /** The page the form was on; nothing but the console's own pages. */
    private static String back(WebRequest request) {
        String page = request.field("back");
        return List.of("charges", "wallets", "notifications", "faults").contains(page)
                ? "/console/" + page
                : "/";
    }
}
