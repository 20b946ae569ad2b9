package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The channels a merchant can use. */
final class PaymentMethodsApi {

    private static final Pattern DATETIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

    private final DuitkuSettings settings;

    PaymentMethodsApi(DuitkuSettings settings) {
        this.settings = settings;
    }

    SimulatorAnswer answer(SimulatorRequest request, SignatureCheck.Finding signature) {
        Optional<RequestFields> body = RequestFields.json(request.body());
        if (body.isEmpty()) {
            return Answers.error(400, "The request is invalid.");
        }
        if (!body.get().text("merchantCode").equals(settings.merchantCode())) {
            return Answers.error(404, "Merchant not found");
        }
        if (!signature.isValid()) {
            return Answers.error(401, "Wrong signature");
        }
        if (body.get().wholeNumber("amount").isEmpty()) {
            return Answers.error(400, "amount is mandatory");
        }
        if (!DATETIME.matcher(body.get().text("datetime")).matches()) {
            return Answers.error(400, "datetime is not valid");
        }
        return Answers.ok(methods());
    }

    private ObjectNode methods() {
        ObjectNode answer = Answers.object();
        answer.putArray("paymentFee");
        for (Channel channel : settings.channels()) {
            answer.withArray("paymentFee")
                    .addObject()
                    .put("paymentMethod", channel.code())
                    .put("paymentName", channel.displayName().toUpperCase(Locale.ROOT) + " LINK")
                    .put("paymentImage", "https://images.example/" + channel.code() + ".png")
                    .put("totalFee", "0");
        }
        return answer.put("responseCode", "00").put("responseMessage", "SUCCESS");
    }
}
