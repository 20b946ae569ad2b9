package id.dompet.testkit.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.InboundRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One notification as JSON can be written. What is signed is the minified body (DOKU, Symmetric
 * Signature): white space between tokens does not count, everything else is signed as it is sent.
 */
final class DokuSpellings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DokuSpellings() {}

    static List<InboundRequest> of(InboundRequest genuine, String clientSecret) {
        SignedInbound sent = new SignedInbound(genuine, clientSecret);
        ObjectNode body;
        try {
            body = (ObjectNode) JSON.readTree(sent.text());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a notification", e);
        }
        ObjectNode withNews = body.deepCopy();
        withNews.put("note", "two  spaces, \"quotes\", {braces}: \\ and a tab\t.")
                .putArray("news")
                .add(1.50)
                .addNull()
                .addObject()
                .put("deep", true);
        String pretty = body.toPrettyString();
        return List.of(
                        sent.withBody(pretty),
                        sent.withBody(pretty.replace("\n", "\r\n").replace("  ", "\t")),
                        sent.withBody(" \n" + sent.text() + "\n "),
                        sent.withBody(reversed(body).toString()).signed(),
                        sent.withBody(withNews.toString()).signed(),
                        sent.withBody(withNews.toPrettyString()).signed(),
                        sent.withBody(sent.text().replace("/", "\\/")).signed(),
                        sent.withBody(sent.text().replace("-", "\\u002d")).signed(),
                        sent.withBody(sent.text().replace("-", "\\u002D")).signed(),
                        sent.withHeader("Content-Type", "application/json; charset=utf-8"),
                        sent.withHeader("Content-Type", "application/json;charset=UTF-8"),
                        sent.withHeader("CHANNEL-ID", "H2H"),
                        sent.withHeader("Authorization-customer"))
                .stream()
                .map(SignedInbound::request)
                .toList();
    }

    private static ObjectNode reversed(ObjectNode body) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(body.properties());
        Collections.reverse(fields);
        ObjectNode reversed = JSON.createObjectNode();
        fields.forEach(field -> reversed.set(field.getKey(), field.getValue()));
        return reversed;
    }
}
