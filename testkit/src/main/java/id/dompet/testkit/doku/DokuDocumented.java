package id.dompet.testkit.doku;

import id.dompet.model.PaymentOutcome.State;
import id.dompet.testkit.Fault;
import id.dompet.testkit.simulated.DocumentedAnswer;
import id.dompet.testkit.simulated.DocumentedFault;
import id.dompet.testkit.simulated.DocumentedRefusal;
import id.dompet.testkit.simulated.Operation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the codes of SNAP's table mean for a charge, and the states of DOKU's table for a question
 * about one (SNAP standard, response codes; DOKU, Check Status). Tokens (401), too many requests
 * (429) and servers' errors (5xx) are no answers about a payment.
 */
final class DokuDocumented {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    /** Cases that neither refuse the payment for good nor say that it was accepted. */
    private static final Map<SnapCase, List<State>> NOT_FINAL = notFinal();

    private DokuDocumented() {}

    private static Map<SnapCase, List<State>> notFinal() {
        // The reference or the order exists already, and may be the payment that is paid.
        List<State> exists = List.of(State.UNKNOWN);
        // The customer still has to do something in the wallet.
        List<State> open = List.of(State.PROCESSING, State.AWAITING_CUSTOMER, State.UNKNOWN);
        Map<SnapCase, List<State>> all = new EnumMap<>(SnapCase.class);
        all.put(SnapCase.REQUEST_IN_PROGRESS, open);
        all.put(SnapCase.OTP_SENT, open);
        all.put(SnapCase.NEED_TO_REQUEST_OTP, open);
        all.put(SnapCase.INVALID_OTP, open);
        all.put(SnapCase.TRANSACTION_ALREADY_SUCCESS, exists);
        all.put(SnapCase.PAID_BILL, exists);
        all.put(SnapCase.TRANSACTION_NOT_FOUND, exists);
        all.put(SnapCase.INCONSISTENT_REQUEST, exists);
        all.put(SnapCase.CONFLICT, exists);
        return all;
    }

    static List<DocumentedFault> of(Operation operation) {
        return switch (operation) {
            case PAY ->
                    Arrays.stream(SnapCase.values())
                            .filter(DokuDocumented::isAboutThePayment)
                            .map(DokuDocumented::charge)
                            .toList();
            case STATUS ->
                    Stream.of(
                                    DocumentedAnswer.paid("00"),
                                    DocumentedAnswer.open("01"),
                                    DocumentedAnswer.open("02"),
                                    DocumentedAnswer.open("03"),
                                    DocumentedAnswer.givenBack("04"),
                                    DocumentedAnswer.declined("05"),
                                    DocumentedAnswer.declined("06"))
                            .map(DokuDocumented::status)
                            .toList();
            default -> List.of();
        };
    }

    /** All but success, an account or link that is not there, tokens and servers' errors. */
    static List<DocumentedRefusal> unbindRefusals() {
        return Arrays.stream(SnapCase.values())
                .filter(DokuDocumented::isAnAnswer)
                .filter(each -> each != SnapCase.INVALID_ACCOUNT)
                .filter(each -> each != SnapCase.TRANSACTION_NOT_FOUND)
                .map(
                        each ->
                                new DocumentedRefusal(
                                        each.code(DokuOperation.ACCOUNT_UNBINDING),
                                        each.fault(DokuOperation.ACCOUNT_UNBINDING)))
                .toList();
    }

    private static boolean isAboutThePayment(SnapCase each) {
        return isAnAnswer(each)
                && each != SnapCase.DUPLICATE_REFERENCE; // the suite repeats payments itself
    }

    /** Whether it says something about what was asked for. */
    static boolean isAnAnswer(SnapCase each) {
        return each != SnapCase.SUCCESSFUL
                && each.status() != UNAUTHORIZED
                && each.status() < TOO_MANY;
    }

    private static DocumentedFault charge(SnapCase each) {
        String code = each.code(DokuOperation.PAYMENT);
        return new DocumentedFault(
                new DocumentedAnswer(
                        code, each.status(), NOT_FINAL.getOrDefault(each, List.of(State.DECLINED))),
                each.fault(DokuOperation.PAYMENT));
    }

    private static DocumentedFault status(DocumentedAnswer answer) {
        return new DocumentedFault(answer, Fault.field("latestTransactionStatus", answer.code()));
    }
}
