package id.dompet.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.Link;
import id.dompet.testkit.simulated.RefundEntry;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The JSON that Contoh writes: parts of answers, and whole notifications. */
final class ContohLetters {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final ContohSeal seal;

    ContohLetters(SimulatorSetup setup, ContohSeal seal) {
        this.clock = setup.clock();
        this.seal = seal;
    }

    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    static ObjectNode object(String code) {
        return JsonNodeFactory.instance.objectNode().put("code", code);
    }

    static SimulatorAnswer code(String code) {
        return answer(object(code));
    }

    static SimulatorAnswer answer(ObjectNode body) {
        return SimulatorAnswer.json(200, body.toString());
    }

    static ObjectNode facts(String code, Charge charge) {
        ObjectNode json = object(code).put("id", charge.id());
        return money(json.put("reference", charge.reference()), charge.amount());
    }

    static ObjectNode facts(RefundEntry entry) {
        ObjectNode json = object("00").put("id", entry.id());
        json.put("reference", entry.chargeReference());
        return money(json.put("refund", entry.reference()), entry.amount());
    }

    private static ObjectNode money(ObjectNode json, Money amount) {
        return json.put("amount", amount.decimalText())
                .put("currency", amount.currency().getCurrencyCode());
    }

    InboundRequest about(Charge charge, String code, String target) {
        return sealed(target, facts(code, charge).put("event", "PAYMENT").toString());
    }

    InboundRequest about(Link link, String target) {
        String code =
                switch (link.state()) {
                    case OPEN -> "10";
                    case DECLINED, EXPIRED -> "11";
                    case CONFIRMED, ENDED -> "00";
                };
        ObjectNode json = object(code).put("event", "LINK").put("id", "L-" + link.reference());
        json.put("attempt", link.reference()).put("wallet", link.wallet().code());
        return sealed(target, json.toString());
    }

    private InboundRequest sealed(String target, String body) {
        String time = clock.instant().toString();
        return letter(target, time, seal.sign("POST", path(target), time, bytes(body)), body);
    }

    /** Other order, spacing, escapes, a new field, other case of names: all sealed by Contoh. */
    List<InboundRequest> spellings(InboundRequest genuine) {
        ObjectNode json = (ObjectNode) read(genuine.body().bytes());
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> reversed.set(name, json.get(name)));
        List<InboundRequest> all = new ArrayList<>();
        for (String body :
                List.of(
                        reversed.toString(),
                        json.toPrettyString(),
                        json.deepCopy().put("channel", "app").toString(),
                        json.deepCopy().put("note", "caf\u00e9 \ud83d\ude00").toString(),
                        json.toString().replace("PAYMENT", "\\u0050AYMENT"))) {
            all.add(sealed(genuine.target(), body));
        }
        Map<String, List<String>> lower = new TreeMap<>();
        genuine.headers().forEach((name, v) -> lower.put(name.toLowerCase(Locale.ROOT), v));
        lower.put("user-agent", List.of("Contoh/2"));
        all.add(InboundRequest.of("POST", genuine.target(), lower, genuine.body().bytes()));
        return all;
    }

    /** Sealed with what anybody can know, or over something else. */
    List<InboundRequest> forgeries(InboundRequest genuine) {
        String target = genuine.target();
        String time = genuine.onlyHeader(ContohSeal.TIME).orElseThrow();
        String body = genuine.body().text().replace("\"code\":\"05\"", "\"code\":\"00\"");
        byte[] bytes = bytes(body);
        List<InboundRequest> all = new ArrayList<>();
        for (String key : List.of(ContohDialect.MERCHANT_ID, "secret", "null", time)) {
            String guessed = ContohSeal.sign(key, "POST", path(target), time, bytes);
            all.add(letter(target, time, guessed, body));
        }
        String own = genuine.onlyHeader(ContohSeal.SIGNATURE).orElseThrow();
        all.add(letter(target + "/other", time, own, genuine.body().text()));
        all.add(letter(target, time, seal.sign("POST", "/charge", time, bytes), body));
        all.add(letter(target, time, seal.sign("GET", path(target), time, bytes), body));
        all.add(letter(target, time, seal.sign("POST", path(target), "", bytes), body));
        all.add(letter(target, time, seal.sign("POST", path(target), time, new byte[0]), body));
        return all;
    }

    private static InboundRequest letter(String target, String time, String seal, String body) {
        return InboundRequest.of(
                "POST",
                target,
                Map.of(
                        "Content-Type",
                        List.of("application/json"),
                        ContohSeal.TIME,
                        List.of(time),
                        ContohSeal.SIGNATURE,
                        List.of(seal)),
                bytes(body));
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(UTF_8);
    }
}
