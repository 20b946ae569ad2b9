package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.util.Locale;

/** Both tokens (DOKU, Get Token API, B2B and B2B2C). */
final class TokenApi {

    private final DokuSettings settings;
    private final SnapHeaders headers;
    private final TokenBook tokens;
    private final BindingBook bindings;
    private final SnapAnswers answers;

    TokenApi(DokuSettings settings, SnapHeaders headers, TokenBook tokens, BindingBook bindings) {
        this.settings = settings;
        this.headers = headers;
        this.tokens = tokens;
        this.bindings = bindings;
        this.answers = new SnapAnswers(settings);
    }

    SimulatorAnswer answer(
            DokuOperation operation, SimulatorRequest request, SignatureVerdict signature) {
        headers.checkContentType(request);
        String client = SnapHeaders.required(request, "X-CLIENT-KEY");
        headers.checkTimestamp(request);
        if (signature == SignatureVerdict.MISSING) {
            throw Refusal.missing("X-SIGNATURE");
        }
        if (!client.equals(settings.clientId())) {
            throw Refusal.because(SnapCase.UNAUTHORIZED, "Unknown Client");
        }
        if (signature != SignatureVerdict.VALID) {
            throw Refusal.because(SnapCase.UNAUTHORIZED, "Invalid Signature");
        }
        SnapFields body = SnapFields.read(request.body());
        // One page prints the grant types in capitals, the libraries send them in lower case.
        String grant = body.text("grantType", 1, 64).toLowerCase(Locale.ROOT);
        return operation == DokuOperation.TOKEN_B2B
                ? merchantToken(grant)
                : customerToken(grant, body);
    }

    private SimulatorAnswer merchantToken(String grant) {
        if (!grant.equals("client_credentials")) {
            throw Refusal.format("grantType");
        }
        ObjectNode fields =
                SnapAnswers.object()
                        .put("accessToken", tokens.issueMerchantToken())
                        .put("tokenType", "Bearer");
        long seconds = settings.tokens().merchantLifetime().toSeconds();
        if (settings.tokens().expiresInAsText()) {
            fields.put("expiresIn", Long.toString(seconds));
        } else {
            fields.put("expiresIn", seconds);
        }
        return answers.ok(DokuOperation.TOKEN_B2B, withInfo(fields));
    }

    private SimulatorAnswer customerToken(String grant, SnapFields body) {
        Binding binding =
                switch (grant) {
                    case "authorization_code" ->
                            bindings.activeByAuthCode(body.text("authCode", 1, 256))
                                    .orElseThrow(TokenApi::notLinked);
                    case "refresh_token" ->
                            tokens.redeem(body.text("refreshToken", 1, 512))
                                    .orElseThrow(TokenApi::notLinked);
                    default -> throw Refusal.format("grantType");
                };
        CustomerToken issued = tokens.issueCustomerToken(binding);
        ObjectNode fields =
                SnapAnswers.object()
                        .put("accessToken", issued.token())
                        .put("tokenType", "Bearer")
                        .put("accessTokenExpiryTime", SnapTime.format(issued.expiresAt()));
        issued.refresh()
                .ifPresent(
                        refresh ->
                                fields.put("refreshToken", refresh.token())
                                        .put(
                                                "refreshTokenExpiryTime",
                                                SnapTime.format(refresh.expiresAt())));
        return answers.ok(DokuOperation.TOKEN_B2B2C, withInfo(fields));
    }

    /** Also before the customer has finished, and after the account was unlinked. */
    private static Refusal notLinked() {
        return Refusal.because(SnapCase.UNAUTHORIZED, "Invalid Auth Code");
    }

    private ObjectNode withInfo(ObjectNode fields) {
        if (settings.tokens().additionalInfoAsObject()) {
            fields.putObject("additionalInfo");
        } else {
            fields.put("additionalInfo", "");
        }
        return fields;
    }
}
