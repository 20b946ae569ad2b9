package id.dompet.testkit.doku;

import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks X-SIGNATURE, whatever else is wrong with the request. */
final class SignatureCheck {

    private final DokuSettings settings;

    SignatureCheck(DokuSettings settings) {
        this.settings = settings;
    }

    SignatureVerdict check(DokuOperation operation, SimulatorRequest request) {
        if (!operation.isSigned() && !operation.isToken()) {
            return SignatureVerdict.NOT_REQUIRED;
        }
        String signature = request.header("X-SIGNATURE").orElse("");
        String timestamp = request.header("X-TIMESTAMP").orElse("");
        if (signature.isBlank() || timestamp.isBlank()) {
            return SignatureVerdict.MISSING;
        }
        boolean valid =
                operation.isToken()
                        ? SnapSignatures.isAsymmetric(
                                settings.credentials().merchant().getPublic(),
                                request.header("X-CLIENT-KEY").orElse(""),
                                timestamp,
                                signature)
                        : isSymmetric(request, timestamp, signature);
        return valid ? SignatureVerdict.VALID : SignatureVerdict.INVALID;
    }

    private boolean isSymmetric(SimulatorRequest request, String timestamp, String signature) {
        String path =
                request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        String token = BearerToken.merchant(request).orElse("");
        boolean valid = false;
        for (byte[] body : forms(request)) {
            String signed = SnapSignatures.stringToSign(path, token, body, timestamp);
            String expected =
                    SnapSignatures.symmetric(settings.credentials().clientSecret(), signed);
            valid |= SnapSignatures.same(expected, signature);
        }
        return valid;
    }

    private List<byte[]> forms(SimulatorRequest request) {
        List<byte[]> forms = new ArrayList<>();
        forms.add(request.body());
        AcceptedDigest accepted = settings.protocol().acceptedDigest();
        if (accepted != AcceptedDigest.RAW_BYTES) {
            forms.add(JsonText.minify(request.text()).getBytes(StandardCharsets.UTF_8));
        }
        if (accepted == AcceptedDigest.RESERIALISED) {
            forms.add(JsonText.canonical(request.text()).getBytes(StandardCharsets.UTF_8));
        }
        return forms;
    }
}
