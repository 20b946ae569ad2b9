package id.dompet.testkit.duitku;

import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks the signature of a request, and finds out which scheme it was made with. */
final class SignatureCheck {

    /**
     * What was found.
     *
     * @param verdict right, wrong or missing
     * @param scheme the scheme that matched; {@code LEGACY} where none did or none is needed
     */
    record Finding(SignatureVerdict verdict, SignatureScheme scheme) {
        boolean isValid() {
            return verdict == SignatureVerdict.VALID;
        }
    }

    private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");

    private final AcceptedSignatures accepted;
    private final DuitkuSignatures signatures;

    SignatureCheck(AcceptedSignatures accepted, DuitkuSignatures signatures) {
        this.accepted = accepted;
        this.signatures = signatures;
    }

    Finding check(DuitkuOperation operation, SimulatorRequest request) {
        if (operation.isAccountLink()) {
            return header(request);
        }
        if (!operation.isWebApi()) {
            return finding(SignatureVerdict.NOT_REQUIRED);
        }
        Optional<RequestFields> body = RequestFields.jsonOrForm(request);
        if (body.isEmpty() || body.get().text("signature").isEmpty()) {
            return finding(SignatureVerdict.MISSING);
        }
        return webApi(body.get().text("signature"), formula(operation, body.get()));
    }

    private Finding header(SimulatorRequest request) {
        String timestamp = request.header("X-Duitku-timestamp").orElse("");
        String given = request.header("X-Duitku-signature").orElse("");
        if (timestamp.isEmpty() || given.isEmpty()) {
            return finding(SignatureVerdict.MISSING);
        }
        boolean right =
                MILLISECONDS.matcher(timestamp).matches()
                        && DuitkuSignatures.same(
                                signatures.header(timestamp, request.body()), given);
        return finding(right ? SignatureVerdict.VALID : SignatureVerdict.INVALID);
    }

    private Function<SignatureScheme, String> formula(
            DuitkuOperation operation, RequestFields body) {
        String orderId = body.text("merchantOrderId");
        return switch (operation) {
            case INQUIRY ->
                    scheme -> signatures.inquiry(scheme, orderId, body.text("paymentAmount"));
            case TRANSACTION_STATUS -> scheme -> signatures.status(scheme, orderId);
            default ->
                    scheme ->
                            signatures.paymentMethods(
                                    scheme, body.text("amount"), body.text("datetime"));
        };
    }

    private Finding webApi(String given, Function<SignatureScheme, String> formula) {
        for (SignatureScheme scheme : SignatureScheme.values()) {
            if (accepted.accepts(scheme) && DuitkuSignatures.same(formula.apply(scheme), given)) {
                return new Finding(SignatureVerdict.VALID, scheme);
            }
        }
        return finding(SignatureVerdict.INVALID);
    }

    private static Finding finding(SignatureVerdict verdict) {
        return new Finding(verdict, SignatureScheme.LEGACY);
    }
}
