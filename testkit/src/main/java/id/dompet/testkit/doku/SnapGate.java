package id.dompet.testkit.doku;

import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.doku.Routes.Route;
import java.util.Optional;
import java.util.function.Function;

/** Lets signed requests through to the part that answers them: headers, token, signature, id. */
final class SnapGate {

    private final DokuSettings settings;
    private final SnapHeaders headers;
    private final TokenBook tokens;
    private final ExternalIds externalIds;

    SnapGate(DokuSettings settings, SnapHeaders headers, TokenBook tokens) {
        this.settings = settings;
        this.headers = headers;
        this.tokens = tokens;
        this.externalIds = new ExternalIds(settings);
    }

    /** The answer of {@code work}, if the request may have it; {@code work} may refuse as well. */
    SimulatorAnswer pass(
            Route route,
            SimulatorRequest request,
            SignatureVerdict signature,
            Function<SnapCall, SimulatorAnswer> work,
            Function<Refusal, SimulatorAnswer> refused) {
        headers.checkCommon(request);
        checkMerchant(request, signature);
        return externalIds.once(
                SnapHeaders.required(request, "X-EXTERNAL-ID"),
                request,
                () -> {
                    try {
                        return work.apply(call(route, request));
                    } catch (Refusal refusal) {
                        return refused.apply(refusal);
                    }
                });
    }

    private void checkMerchant(SimulatorRequest request, SignatureVerdict signature) {
        SnapHeaders.required(request, "Authorization");
        Optional<String> token = BearerToken.merchant(request);
        if (token.filter(String::isEmpty).isPresent()) {
            throw new Refusal(SnapCase.TOKEN_NOT_FOUND);
        }
        if (token.filter(tokens::isMerchantToken).isEmpty()) {
            throw new Refusal(SnapCase.INVALID_TOKEN);
        }
        if (signature == SignatureVerdict.MISSING) {
            throw Refusal.missing("X-SIGNATURE");
        }
        if (signature != SignatureVerdict.VALID) {
            throw Refusal.because(SnapCase.UNAUTHORIZED, "Invalid Signature");
        }
    }

    private SnapCall call(Route route, SimulatorRequest request) {
        DokuOperation operation = route.operation();
        if (operation == DokuOperation.DOKU_WALLET) {
            throw new Refusal(SnapCase.FEATURE_NOT_ALLOWED);
        }
        SnapFields body = body(route, request);
        Optional<DokuChannel> channel = channel(route, body);
        if (channel.isEmpty()) {
            return new SnapCall(
                    operation, route.generation(), channel, request, body, Optional.empty());
        }
        if (!settings.channels().contains(channel.get())) {
            throw new Refusal(SnapCase.FEATURE_NOT_ALLOWED);
        }
        if (!channel.get().offers(operation)) {
            throw new Refusal(SnapCase.FUNCTION_NOT_SUPPORTED);
        }
        headers.checkCustomer(request, operation, route.generation(), channel.get());
        Optional<CustomerToken> customer =
                channel.get().needsCustomerToken(operation)
                        ? Optional.of(customer(request, channel.get()))
                        : Optional.empty();
        return new SnapCall(operation, route.generation(), channel, request, body, customer);
    }

    /** The archive balance inquiry is the one body that may be missing (Check Balance API). */
    private static SnapFields body(Route route, SimulatorRequest request) {
        boolean optional =
                route.generation() == Generation.ARCHIVE
                        && route.operation() == DokuOperation.BALANCE_INQUIRY;
        return optional && request.body().length == 0
                ? SnapFields.none()
                : SnapFields.read(request.body());
    }

    private static Optional<DokuChannel> channel(Route route, SnapFields body) {
        if (route.channel().isPresent() || route.operation() == DokuOperation.CHECK_STATUS) {
            return route.channel();
        }
        SnapFields info = body.optionalObject("additionalInfo");
        DokuChannel named =
                DokuChannel.of(info.text("channel", 1, 64))
                        .orElseThrow(() -> Refusal.format(info.path("channel")));
        return Optional.of(named);
    }

    private CustomerToken customer(SimulatorRequest request, DokuChannel channel) {
        if (request.header("Authorization-customer").isEmpty()) {
            throw Refusal.missing("Authorization-customer");
        }
        String token = BearerToken.customer(request).orElse("");
        if (token.isEmpty()) {
            throw new Refusal(SnapCase.CUSTOMER_TOKEN_NOT_FOUND);
        }
        return tokens.customerToken(token)
                .filter(found -> found.binding().wallet().channel() == channel)
                .orElseThrow(() -> new Refusal(SnapCase.INVALID_CUSTOMER_TOKEN));
    }
}
