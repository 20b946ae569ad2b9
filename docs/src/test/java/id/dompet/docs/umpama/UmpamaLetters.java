package id.dompet.docs.umpama;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.Link;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON that Umpama writes: answers, and notifications. */
final class UmpamaLetters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONCE = "c0ffee00c0ffee00c0ffee00c0ffee00";

    private final UmpamaSeal seal;

    UmpamaLetters(SimulatorSetup setup, UmpamaSeal seal) {
        this.seal = seal;
    }

    static ObjectNode read(byte[] body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SimulatorAnswer answer(int status, String result) {
        return SimulatorAnswer.json(status, object(result).toString());
    }

    private static ObjectNode object(String result) {
        return JSON.createObjectNode().put("result", result);
    }

    static SimulatorAnswer page(Link link) {
        return SimulatorAnswer.json(
                200, object("otp_needed").put("page", link.page().toString()).toString());
    }

    static SimulatorAnswer about(Link link) {
        String result =
                switch (link.state()) {
                    case OPEN -> "waiting";
                    case DECLINED -> "cancelled";
                    case EXPIRED, ENDED -> "expired";
                    case CONFIRMED -> "linked";
                };
        ObjectNode json = object(result).put("ref", link.reference());
        if (link.isConfirmed()) {
            json.put("phone", link.phone().international()).put("link", link.credential());
        }
        return SimulatorAnswer.json(200, json.toString());
    }

    static SimulatorAnswer holds(Money cash, long points) {
        ObjectNode json = money(object("ok"), cash).put("points", Long.toString(points));
        return SimulatorAnswer.json(200, json.toString());
    }

    static SimulatorAnswer pushed(Charge charge) {
        return SimulatorAnswer.json(200, facts("pushed", charge).toString());
    }

    static SimulatorAnswer about(Charge charge) {
        return SimulatorAnswer.json(200, facts(result(charge), charge).toString());
    }

    private static String result(Charge charge) {
        return switch (charge.state()) {
            case OPEN -> "waiting";
            case PAID, GIVEN_BACK -> "paid";
            case DECLINED -> "declined";
            case EXPIRED -> "expired";
            case TOO_LITTLE_MONEY -> "too_little_money";
            case LINK_ENDED -> "link_ended";
        };
    }

    /** From what the books say, not from the request: that is how the suite makes them lie. */
    private static ObjectNode facts(String result, Charge charge) {
        ObjectNode json = object(result).put("id", charge.id()).put("ref", charge.reference());
        return money(json, charge.amount());
    }

    private static ObjectNode money(ObjectNode json, Money amount) {
        return json.put("amount", Long.toString(amount.wholeUnits()))
                .put("currency", amount.currency().getCurrencyCode());
    }

    InboundRequest notification(Charge charge, String target) {
        return sealed(target, facts(result(charge), charge).put("event", "push").toString());
    }

    InboundRequest unheardOf(Charge charge, String target) {
        return sealed(target, facts("in_review", charge).put("event", "push").toString());
    }

    /** Other spacing, another order, an escape, a new field: all of them signed by Umpama. */
    List<InboundRequest> spellings(InboundRequest genuine) {
        ObjectNode json = read(genuine.body().bytes());
        ObjectNode turned = JSON.createObjectNode();
        turned.set("event", json.get("event"));
        turned.setAll(json);
        return List.of(
                sealed(genuine.target(), json.toPrettyString()),
                sealed(genuine.target(), turned.toString()),
                sealed(genuine.target(), json.toString().replace("push", "\\u0070ush")),
                sealed(genuine.target(), json.deepCopy().put("channel", "app").toString()));
    }

    /** With keys that anybody can know, or signed for something else. */
    List<InboundRequest> forgeries(InboundRequest genuine) {
        String target = genuine.target();
        String body = genuine.body().text();
        String time = seal.time();
        List<InboundRequest> all = new ArrayList<>();
        for (String key : List.of(UmpamaDialect.MERCHANT, "api-key", "null", NONCE)) {
            String guessed = UmpamaSeal.sign(key, "POST", target, time, NONCE, body);
            all.add(letter(target, time, guessed, body));
        }
        for (String path : List.of("/v1/pushes", "", "/")) {
            String other = seal.sign("POST", path, time, NONCE, body);
            all.add(letter(target, time, other, body));
        }
        all.add(letter(target, time, seal.sign("GET", target, time, NONCE, body), body));
        all.add(letter(target, time, seal.sign("POST", target, time, NONCE, ""), body));
        return all;
    }

    private InboundRequest sealed(String target, String body) {
        String time = seal.time();
        return letter(target, time, seal.sign("POST", target, time, NONCE, body), body);
    }

    private static InboundRequest letter(String target, String time, String seal, String body) {
        return InboundRequest.of(
                "POST",
                target,
                Map.of(
                        "Content-Type", List.of("application/json"),
                        "X-Umpama-Time", List.of(time),
                        "X-Umpama-Nonce", List.of(NONCE),
                        "X-Umpama-Signature", List.of(seal)),
                body.getBytes(UTF_8));
    }
}
