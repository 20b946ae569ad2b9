package id.dompet.testkit.doku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.Fault;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers of DOKU that are wrong about one fact, or carry a code that no document mentions. */
final class DokuLies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHER_AMOUNT = "76543.00";
    private static final String OTHER_REFERENCE = "PAYMENT-OF-SOMEBODY-ELSE";

    /** Status and case; the simulator puts the service between them. None is in SNAP's table. */
    private static final List<String> UNDOCUMENTED_CASES =
            List.of("20099", "20299", "40099", "40399", "40499", "40999");

    /** None has the form of a SNAP code, so they come with HTTP status 200. */
    private static final List<String> UNDOCUMENTED_CODES = List.of("00", "0", "SUCCESS", "9999999");

    private DokuLies() {}

    static Optional<Fault> of(Operation operation, Lie lie) {
        if (lie == Lie.PAYMENT) {
            return operation == Operation.REFUND
                    ? Optional.of(Fault.field("originalPartnerReferenceNo", OTHER_REFERENCE))
                    : Optional.empty();
        }
        return switch (operation) {
            case PAY ->
                    lie == Lie.REFERENCE
                            ? Optional.of(Fault.field("partnerReferenceNo", OTHER_REFERENCE))
                            : Optional.empty();
            case STATUS -> Optional.of(aboutPayment(lie));
            case REFUND ->
                    Optional.of(
                            lie == Lie.REFERENCE
                                    ? Fault.field("partnerRefundNo", OTHER_REFERENCE)
                                    : edited(body -> money(body.path("refundAmount"), lie)));
            case REFUND_STATUS ->
                    Optional.of(
                            lie == Lie.REFERENCE
                                    ? aboutPayment(lie)
                                    : edited(
                                            body ->
                                                    body.path("refundHistory")
                                                            .forEach(
                                                                    entry ->
                                                                            money(
                                                                                    entry.path(
                                                                                            "refundAmount"),
                                                                                    lie))));
            default -> Optional.empty();
        };
    }

    private static Fault aboutPayment(Lie lie) {
        return lie == Lie.REFERENCE
                ? Fault.field("originalPartnerReferenceNo", OTHER_REFERENCE)
                : edited(body -> money(body.path("transAmount"), lie));
    }

    private static void money(JsonNode amount, Lie lie) {
        if (amount instanceof ObjectNode fields) {
            ObjectNode unused =
                    lie == Lie.AMOUNT
                            ? fields.put("value", OTHER_AMOUNT)
                            : fields.put("currency", "USD");
        }
    }

    /** Codes with the HTTP status they begin with, or 200; states that are in no table. */
    static List<Fault> undocumented(Operation operation) {
        if (Neutral.doku(operation).isEmpty()) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        UNDOCUMENTED_CASES.forEach(code -> faults.add(Fault.code(code)));
        UNDOCUMENTED_CODES.forEach(code -> faults.add(Fault.code(code)));
        if (operation == Operation.STATUS) {
            faults.add(Fault.field("latestTransactionStatus", "42"));
            faults.add(Fault.field("latestTransactionStatus", "0"));
        }
        if (operation == Operation.REFUND_STATUS) {
            faults.add(
                    edited(
                            body ->
                                    body.path("refundHistory")
                                            .forEach(
                                                    entry ->
                                                            ((ObjectNode) entry)
                                                                    .put("refundStatus", "42"))));
        }
        return List.copyOf(faults);
    }

    static Fault edited(Consumer<ObjectNode> edit) {
        return Fault.rewritten(genuine -> edited(genuine, edit));
    }

    private static SimulatorAnswer edited(SimulatorAnswer genuine, Consumer<ObjectNode> edit) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(genuine.text());
            edit.accept(body);
            return genuine.withBody(body.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the genuine answer is not JSON", e);
        }
    }
}
