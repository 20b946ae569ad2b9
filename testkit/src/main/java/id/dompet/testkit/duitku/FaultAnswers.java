package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.Delivery;
import id.dompet.testkit.Fault;
import id.dompet.testkit.FaultContent;
import id.dompet.testkit.FaultDelivery;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.io.IOException;
import java.util.function.Supplier;

/** Turns a scripted fault into what is sent, in the provider's formats. */
final class FaultAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FaultAnswers() {}

    /** Carries the operation out only if the fault lets it take effect, or if it has none. */
    static Delivery deliver(
            Fault fault,
            DuitkuOperation operation,
            SimulatorRequest request,
            Supplier<SimulatorAnswer> behaviour) {
        return FaultDelivery.of(
                fault,
                operation.isReadOnly(),
                behaviour,
                Answers.error(500, "No answer"),
                (code, genuine) -> code(code, operation, request, genuine));
    }

    private static SimulatorAnswer code(
            FaultContent.ProviderCode code,
            DuitkuOperation operation,
            SimulatorRequest request,
            SimulatorAnswer genuine) {
        if (operation.codeField().isEmpty()) {
            throw new IllegalArgumentException(operation + " answers with pages, not with codes");
        }
        ObjectNode body = genuine.status() == 200 ? parse(genuine) : skeleton(operation, request);
        return Answers.ok(
                body.put(operation.codeField(), code.code())
                        .put(operation.messageField(), code.message()));
    }

    /** The fields a refusal still has. */
    private static ObjectNode skeleton(DuitkuOperation operation, SimulatorRequest request) {
        RequestFields sent = RequestFields.jsonOrForm(request).orElseGet(RequestFields::none);
        return switch (operation) {
            case INQUIRY ->
                    Answers.object()
                            .put("merchantCode", sent.text("merchantCode"))
                            .put("reference", "")
                            .put("paymentUrl", "")
                            .put("amount", sent.text("paymentAmount"));
            case TRANSACTION_STATUS ->
                    Answers.object()
                            .put("merchantOrderId", sent.text("merchantOrderId"))
                            .put("reference", "")
                            .put("amount", "0")
                            .put("fee", "0.00");
            default -> Answers.object();
        };
    }

    private static ObjectNode parse(SimulatorAnswer genuine) {
        try {
            return (ObjectNode) JSON.readTree(genuine.body());
        } catch (IOException e) {
            throw new IllegalStateException("the genuine answer is not JSON", e);
        }
    }
}
