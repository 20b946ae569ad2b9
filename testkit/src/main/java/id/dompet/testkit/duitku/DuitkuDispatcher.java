package id.dompet.testkit.duitku;

import id.dompet.testkit.Delivery;
import id.dompet.testkit.FaultScript;
import id.dompet.testkit.RequestJournal;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.time.Clock;

/** Leads each request to the part that answers it, and keeps the journal. */
final class DuitkuDispatcher {

    private final Clock clock;
    private final FaultScript<DuitkuOperation> faults;
    private final RequestJournal<DuitkuOperation> journal;
    private final SignatureCheck signatures;
    private final Endpoints endpoints;

    /** The parts that answer. */
    record Endpoints(
            AccountLinkApi accountLink,
            InquiryApi inquiry,
            TransactionStatusApi status,
            PaymentMethodsApi methods,
            LinkPage linkPage,
            PaymentPage paymentPage) {}

    DuitkuDispatcher(
            Clock clock,
            FaultScript<DuitkuOperation> faults,
            RequestJournal<DuitkuOperation> journal,
            SignatureCheck signatures,
            Endpoints endpoints) {
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
        this.signatures = signatures;
        this.endpoints = endpoints;
    }

    Delivery handle(SimulatorRequest request) {
        DuitkuOperation operation = Routes.of(request.path());
        SignatureCheck.Finding signature = signatures.check(operation, request);
        Delivery delivery =
                faults.take(operation)
                        .map(
                                fault ->
                                        FaultAnswers.deliver(
                                                fault,
                                                operation,
                                                request,
                                                () -> answer(operation, request, signature)))
                        .orElseGet(() -> Delivery.of(answer(operation, request, signature)));
        journal.add(clock.instant(), operation, request, signature.verdict(), delivery);
        return delivery;
    }

    private SimulatorAnswer answer(
            DuitkuOperation operation, SimulatorRequest request, SignatureCheck.Finding found) {
        boolean readable = operation.isPage() && request.method().equals("GET");
        if (operation != DuitkuOperation.UNKNOWN && !readable && !isPost(request)) {
            return Answers.wrongMethod(request.method());
        }
        return switch (operation) {
            case CONNECT, DISCONNECT, USER_INFO, TOP_UP ->
                    endpoints.accountLink().answer(operation, request, found);
            case INQUIRY -> endpoints.inquiry().answer(request, found);
            case TRANSACTION_STATUS -> endpoints.status().answer(request, found);
            case PAYMENT_METHODS -> endpoints.methods().answer(request, found);
            case LINK_PAGE -> endpoints.linkPage().answer(request);
            case PAYMENT_PAGE -> endpoints.paymentPage().answer(request);
            case UNKNOWN -> Answers.error(404, "No HTTP resource was found for this path.");
        };
    }

    private static boolean isPost(SimulatorRequest request) {
        return request.method().equals("POST");
    }
}
