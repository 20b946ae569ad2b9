package id.dompet.testkit.duitku;

import id.dompet.model.PaymentOutcome.State;
import id.dompet.testkit.Fault;
import id.dompet.testkit.simulated.DocumentedAnswer;
import id.dompet.testkit.simulated.DocumentedFault;
import id.dompet.testkit.simulated.DocumentedRefusal;
import id.dompet.testkit.simulated.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Duitku's codes and messages mean for an inquiry (Account Link V1.1, sections 5 and 8; web
 * API, HTTP codes), and its states for a question about an order (web API, check transaction).
 */
final class DuitkuDocumented {
    private static final int OK = 200;

    private DuitkuDocumented() {}

    static List<DocumentedFault> of(Operation operation) {
        return switch (operation) {
            case PAY -> Stream.concat(results(), errors()).toList();
            case STATUS ->
                    Stream.of(
                                    DocumentedAnswer.paid("00"),
                                    DocumentedAnswer.open("01"),
                                    DocumentedAnswer.declined("02"))
                            .map(DuitkuDocumented::status)
                            .toList();
            default -> List.of();
        };
    }

    /** Section 8: every code but success and that of a credential that has ended. */
    static List<DocumentedRefusal> unbindRefusals() {
        return Arrays.stream(ResultCode.values())
                .filter(code -> code != ResultCode.SUCCESS)
                .filter(code -> code != ResultCode.INVALID_CREDENTIAL)
                .map(
                        code ->
                                new DocumentedRefusal(
                                        code.code(), Fault.code(code.code(), code.message())))
                .toList();
    }

    private static Stream<DocumentedFault> results() {
        return Arrays.stream(ResultCode.values())
                .filter(code -> code != ResultCode.SUCCESS)
                .map(
                        code ->
                                new DocumentedFault(
                                        new DocumentedAnswer(
                                                code.code(), OK, List.of(meaning(code))),
                                        Fault.code(code.code(), code.message())));
    }

    /** An unexpected or "other" error does not say that nothing happened. */
    private static State meaning(ResultCode code) {
        return code == ResultCode.UNEXPECTED || code == ResultCode.INSUFFICIENT_BALANCE
                ? State.UNKNOWN
                : State.DECLINED;
    }

    /** The order exists already in two of them, and may be the one that is paid. */
    private static Stream<DocumentedFault> errors() {
        return Stream.of(
                error(400, "Minimum Payment 10000 IDR", State.DECLINED),
                error(400, "Maximum Payment exceeded", State.DECLINED),
                error(400, "paymentMethod is mandatory", State.DECLINED),
                error(400, "Invalid Email Address", State.DECLINED),
                error(404, "Payment channel not available", State.DECLINED),
                error(409, "Payment amount must be equal to all item price", State.DECLINED),
                error(400, "Amount is different please try again later", State.UNKNOWN),
                error(409, "The transaction is still in progress", State.UNKNOWN));
    }

    private static DocumentedFault error(int status, String message, State meaning) {
        String body = Answers.object().put("Message", message).toString();
        return new DocumentedFault(
                new DocumentedAnswer(message, status, List.of(meaning)),
                Fault.status(status, "application/json; charset=utf-8", body));
    }

    private static DocumentedFault status(DocumentedAnswer answer) {
        return new DocumentedFault(answer, Fault.field("statusCode", answer.code()));
    }
}
