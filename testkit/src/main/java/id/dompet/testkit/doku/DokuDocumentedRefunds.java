package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.RefundOutcome.State;
import id.dompet.testkit.simulated.DocumentedRefund;
import id.dompet.testkit.simulated.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the codes of SNAP's table mean for a refund, and the states of a refund in the history of
 * its payment (SNAP standard, response codes; DOKU, Refund and Check Status).
 */
final class DokuDocumentedRefunds {
    private DokuDocumentedRefunds() {}

    static List<DocumentedRefund> of(Operation operation) {
        return switch (operation) {
            case REFUND ->
                    Arrays.stream(SnapCase.values())
                            .filter(DokuDocumented::isAnAnswer)
                            .filter(each -> each != SnapCase.DUPLICATE_REFERENCE)
                            .map(DokuDocumentedRefunds::refund)
                            .toList();
            case REFUND_STATUS ->
                    Stream.of(
                                    state("00", State.REFUNDED),
                                    state("01", State.PROCESSING),
                                    state("02", State.PROCESSING),
                                    state("03", State.PROCESSING),
                                    state("06", State.DECLINED))
                            .toList();
            default -> List.of();
        };
    }

    private static DocumentedRefund refund(SnapCase each) {
        return new DocumentedRefund(
                each.code(DokuOperation.REFUND), meanings(each), each.fault(DokuOperation.REFUND));
    }

    private static List<State> meanings(SnapCase each) {
        return switch (each) {
            case REQUEST_IN_PROGRESS, OTP_SENT, NEED_TO_REQUEST_OTP, INVALID_OTP ->
                    List.of(State.PROCESSING, State.UNKNOWN);
            // The refund may exist already, and may be done.
            case TRANSACTION_ALREADY_SUCCESS, PAID_BILL, INCONSISTENT_REQUEST, CONFLICT ->
                    List.of(State.UNKNOWN, State.PROCESSING);
            default -> List.of(State.DECLINED);
        };
    }

    private static DocumentedRefund state(String code, State meaning) {
        return new DocumentedRefund(
                "refundStatus " + code,
                List.of(meaning),
                DokuLies.edited(
                        body ->
                                body.path("refundHistory")
                                        .forEach(
                                                entry ->
                                                        ((ObjectNode) entry)
                                                                .put("refundStatus", code))));
    }
}
