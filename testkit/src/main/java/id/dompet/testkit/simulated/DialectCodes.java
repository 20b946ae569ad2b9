package id.dompet.testkit.simulated;

import id.dompet.testkit.Fault;
import id.dompet.testkit.SimulatorAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * The result codes that a dialect names and its answers never carry by themselves, each put into an
 * answer of the dialect's own.
 */
final class DialectCodes {
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final ProviderDialect dialect;
    private final DialectRequests requests;

    DialectCodes(ProviderDialect dialect, DialectRequests requests) {
        this.dialect = dialect;
        this.requests = requests;
    }

    List<Fault> undocumented() {
        List<Fault> faults = new ArrayList<>();
        for (String code : dialect.undocumentedCodes()) {
            faults.add(Fault.code(code, words(code)).afterEffect());
            for (int status : dialect.refusalStatuses()) {
                faults.add(answered(code, status));
            }
        }
        return faults;
    }

    List<DocumentedFault> documented(Operation operation) {
        return dialect.documented(operation).stream()
                .map(
                        answer ->
                                new DocumentedFault(
                                        answer, answered(answer.code(), answer.status())))
                .toList();
    }

    List<DocumentedRefund> documentedRefunds(Operation operation) {
        return dialect.documentedRefunds(operation).entrySet().stream()
                .map(
                        each ->
                                new DocumentedRefund(
                                        each.getKey(),
                                        List.of(each.getValue()),
                                        answered(each.getKey(), OK)))
                .toList();
    }

    List<DocumentedRefusal> unbindRefusals() {
        return dialect.unbindRefusals().stream()
                .map(code -> new DocumentedRefusal(code, Fault.code(code, words(code))))
                .toList();
    }

    private Fault answered(String code, int status) {
        return Fault.rewritten(
                genuine -> {
                    SimulatorAnswer coded = requests.coded(genuine, code, words(code));
                    return coded.status() >= SERVER_ERROR ? coded : coded.withStatus(status);
                });
    }

    private static String words(String code) {
        return "Simulated " + code;
    }
}
