package id.dompet.testkit.duitku;

import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.Optional;

/** Asking for the state of a payment (Account Link V1.1, section 6), as JSON or as a form. */
final class TransactionStatusApi {

    private final DuitkuSettings settings;
    private final Payments payments;
    private final PollingGuard guard;

    TransactionStatusApi(DuitkuSettings settings, Payments payments) {
        this.settings = settings;
        this.payments = payments;
        this.guard = new PollingGuard(settings.pollingLimit(), settings.clock());
    }

    SimulatorAnswer answer(SimulatorRequest request, SignatureCheck.Finding signature) {
        if (!guard.allow()) {
            return Answers.error(429, "Too many requests");
        }
        Optional<RequestFields> body = RequestFields.jsonOrForm(request);
        if (body.isEmpty()) {
            return Answers.error(400, "The request is invalid.");
        }
        if (!body.get().text("merchantCode").equals(settings.merchantCode())) {
            return Answers.error(404, "Merchant not found");
        }
        if (!signature.isValid()) {
            return Answers.error(401, "Wrong signature");
        }
        String orderId = body.get().text("merchantOrderId");
        if (orderId.isBlank()) {
            return Answers.error(400, "merchantOrderId is mandatory");
        }
        return payments.find(orderId)
                .map(TransactionStatusApi::status)
                .orElseGet(() -> Answers.error(404, "Transaction not found"));
    }

    private static SimulatorAnswer status(DuitkuTransaction transaction) {
        return Answers.ok(
                Answers.object()
                        .put("merchantOrderId", transaction.merchantOrderId())
                        .put("reference", transaction.reference())
                        .put("amount", Long.toString(transaction.amount()))
                        .put("fee", "0.00")
                        .put("statusCode", transaction.state().statusCode())
                        .put("statusMessage", transaction.state().statusMessage()));
    }
}
