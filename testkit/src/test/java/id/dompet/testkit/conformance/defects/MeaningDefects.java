package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenQuestions.REFUND;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.REFUND_STATUS;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.STATUS;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.misread;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.sending;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.spi.Call;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.WalletSupport;
import id.dompet.testkit.reference.Hooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Faults: what the documents say is read otherwise. */
final class MeaningDefects {
    private MeaningDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PLG-40",
                        "the customer's window in the profile is shorter than the provider's",
                        polling(
                                genuine ->
                                        new StatusPolling(
                                                genuine.firstAfter(),
                                                genuine.between(),
                                                Duration.ofMinutes(5),
                                                genuine.notFoundIsFinalAfter())),
                        "the profile's customerWindow",
                        "PT15M"),
                Defect.of(
                        "PLG-40",
                        "not found is final before the provider says so",
                        polling(
                                genuine ->
                                        new StatusPolling(
                                                genuine.firstAfter(),
                                                genuine.between(),
                                                genuine.customerWindow(),
                                                Duration.ofMinutes(50))),
                        "the profile's notFoundIsFinalAfter"),
                Defect.of(
                        "PLG-40",
                        "questions are asked more often than the provider allows",
                        polling(
                                genuine ->
                                        new StatusPolling(
                                                genuine.firstAfter(),
                                                Duration.ofSeconds(1),
                                                genuine.customerWindow(),
                                                genuine.notFoundIsFinalAfter())),
                        "the profile's between"),
                Defect.of(
                        "PAY-40",
                        "a charge that is agreed to and not yet taken is paid",
                        said("/charge", "02", "00"),
                        "documented code 02",
                        "PROCESSING"),
                Defect.of(
                        "STA-40",
                        "a payment that is agreed to and not yet taken is paid",
                        said(STATUS, "02", "00"),
                        "documented code 02",
                        "PROCESSING",
                        "Paid"),
                Defect.of(
                        "STA-40",
                        "a payment whose customer was too late is waited for",
                        said(STATUS, "06", "01"),
                        "documented code 06",
                        "DECLINED"),
                Defect.of(
                        "RFD-10",
                        "the payment in the answer to a refund is not compared",
                        new AnyPayment(REFUND),
                        "refund of a payment",
                        "another payment"),
                Defect.of(
                        "RFD-10",
                        "the payment in the answer to a question about a refund is not compared",
                        new AnyPayment(REFUND_STATUS),
                        "refundStatus",
                        "another payment"),
                Defect.of(
                        "RFD-40",
                        "a refund that exists already is taken for this one",
                        misread(
                                REFUND,
                                answer -> BrokenCharges.hasCode(answer, "40"),
                                BrokenQuestions::refunded),
                        "exists already",
                        "Refunded"),
                Defect.of(
                        "NTF-40",
                        "an event is named after the time of its delivery",
                        BrokenReading.port(
                                genuine ->
                                        (call, inbound) ->
                                                BrokenReading.renamed(
                                                        genuine.open(call, inbound),
                                                        inbound.onlyHeader("X-Timestamp")
                                                                .orElse(""))),
                        "signed anew",
                        "two ids"));
    }

    private static Hooks polling(UnaryOperator<StatusPolling> change) {
        return new Hooks() {
            @Override
            public ProviderProfile profile(ProviderProfile genuine) {
                return new ProviderProfile(
                        genuine.displayName(),
                        genuine.wallets().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                each ->
                                                        new WalletSupport(
                                                                each.getValue().capabilities(),
                                                                change.apply(
                                                                        each.getValue()
                                                                                .statusPolling())))));
            }
        };
    }

    /** A code that is read as another one. */
    private static Hooks said(String path, String code, String readAs) {
        return sending(
                path,
                (call, request) -> {
                    HttpResponse answer = call.send(request);
                    return BrokenCharges.hasCode(answer, code)
                            ? StatusAnswerDefects.with(answer, "code", readAs)
                            : answer;
                });
    }

    /** Reads the payment's own reference wherever the answer to a path has one. */
    private static final class AnyPayment extends Hooks {
        private final Map<String, String> payments = new ConcurrentHashMap<>();
        private final String path;

        AnyPayment(String path) {
            this.path = path;
        }

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            String text = signed.body().text();
            String refund = StatusAnswerDefects.value("refund", text);
            if (BrokenQuestions.isTo(signed, REFUND)) {
                payments.put(refund, StatusAnswerDefects.value("reference", text));
            }
            HttpResponse answer = call.send(signed);
            return BrokenQuestions.isTo(signed, path)
                    ? StatusAnswerDefects.with(
                            answer, "reference", payments.getOrDefault(refund, ""))
                    : answer;
        }
    }
}
