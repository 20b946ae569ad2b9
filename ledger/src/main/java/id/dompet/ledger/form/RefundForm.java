package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import java.nio.charset.StandardCharsets;

/** Refunds in their stored form, which names the payment and does not repeat it. */
public final class RefundForm {
    private static final int VERSION = 1;

    private RefundForm() {}

    /** Everything about it. */
    public static String write(Refund refund) {
        ObjectNode form = content(refund);
        form.put("createdAt", refund.createdAt().toString());
        return Json.write(form);
    }

    /**
     * What makes it this refund: equal for two that a merchant made for one purpose, whenever they
     * were made.
     */
    public static byte[] identity(Refund refund) {
        return Json.write(content(refund)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode content(Refund refund) {
        ObjectNode form = Json.object();
        form.put("v", VERSION);
        form.put("reference", refund.reference());
        form.put("payment", refund.payment().reference());
        form.set("amount", Json.of(refund.amount()));
        form.put("reason", refund.reason());
        return form;
    }

    /**
     * The refund that was written.
     *
     * @param payment the one that it names
     */
    public static Refund read(String text, Payment payment) {
        JsonNode form = Json.read(text, VERSION);
        if (!Json.text(form, "payment").equals(payment.reference())) {
            throw new IllegalStateException("a stored refund is of another payment");
        }
        return new Refund(
                Json.text(form, "reference"),
                payment,
                Json.money(form, "amount"),
                Json.text(form, "reason"),
                Json.instant(form, "createdAt"));
    }
}
