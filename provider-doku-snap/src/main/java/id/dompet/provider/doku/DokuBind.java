package id.dompet.provider.doku;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.provider.doku.Grants.Begun;
import id.dompet.provider.doku.SnapClient.Answered;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Pages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Links accounts: "OVO Open API", account binding; developers.doku.com, get token B2B2C. The auth
 * code comes at once, and can be exchanged for a token only after the customer has finished; so the
 * exchange, and nothing a browser brings back, is the proof of a link.
 */
final class DokuBind implements BindPort {
    private final DokuConfig config;
    private final SnapClient client;
    private final BindBody body;
    private final DeviceHeaders devices;
    private final TokenEndpoint tokens;
    private final CustomerTokens customerTokens;
    private final Grants grants;
    private final BindReports reports;

    DokuBind(
            DokuConfig config,
            SnapClient client,
            BindBody body,
            DeviceHeaders devices,
            TokenEndpoint tokens,
            CustomerTokens customerTokens,
            Grants grants,
            BindReports reports) {
        this.config = config;
        this.client = client;
        this.body = body;
        this.devices = devices;
        this.tokens = tokens;
        this.customerTokens = customerTokens;
        this.grants = grants;
        this.reports = reports;
    }

    @Override
    public BindOutcome start(Call call, BindAttempt attempt) {
        DokuChannel channel = DokuChannel.require(config.id(), attempt.wallet());
        Customer customer = attempt.customer();
        SnapRequest request =
                SnapRequest.of(
                                SnapService.BINDING,
                                channel,
                                Effect.CHANGES_STATE,
                                body.of(channel, attempt))
                        .withHeaders(devices.of(channel, SnapService.BINDING, customer.device()))
                        .hiding(
                                List.of(
                                        customer.phone().international(),
                                        customer.phone().local(),
                                        customer.email(),
                                        customer.name()));
        Answered answered = client.exchange(call, request);
        Reading reading = answered.reading();
        return switch (reading.verdict()) {
            case ACCEPTED -> awaiting(attempt, answered);
            case REFUSED ->
                    BindingWords.isTimeout(reading.words())
                            ? new BindOutcome.Unknown(UnknownCause.SERVER_ERROR, reading.detail())
                            : new BindOutcome.Refused(reading.decline());
            case CREDENTIALS, MERCHANT_TOKEN, INVALID -> throw Refusals.of(config.id(), reading);
            case IN_PROGRESS, CUSTOMER_TOKEN, NOT_FOUND, CUSTOMER_ACTION, ASK, LATER, OPEN ->
                    new BindOutcome.Unknown(reading.cause(), reading.detail());
        };
    }

    private BindOutcome awaiting(BindAttempt attempt, Answered answered) {
        Optional<JsonObject> answer = answered.reading().json();
        Optional<URI> page = answer.flatMap(a -> a.text("redirectUrl")).flatMap(Pages::safe);
        if (page.isEmpty()) {
            return new BindOutcome.Unknown(
                    UnknownCause.UNREADABLE_ANSWER,
                    "account binding: success without a redirectUrl that can be opened safely");
        }
        Optional<Secret> authCode =
                answer.flatMap(a -> a.object("additionalInfo"))
                        .flatMap(more -> more.text("authCode"))
                        .map(Secret::of);
        grants.begin(attempt, new Begun(answered.externalId(), authCode));
        return new BindOutcome.AwaitingCustomer(attempt, page.get());
    }

    @Override
    public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
        DokuChannel channel = DokuChannel.require(config.id(), attempt.wallet());
        Optional<Binding> before = grants.completed(attempt, channel, call.now());
        if (before.isPresent()) {
            return new BindOutcome.Bound(before.get());
        }
        Optional<Begun> begun = grants.begun(attempt);
        if (begun.isEmpty()) {
            return refused(
                    Reason.NOT_THIS_ATTEMPT,
                    "the credential store has nothing for this attempt and this customer; start a"
                            + " new one");
        }
        String owner = attempt.customer().reference();
        String externalId = begun.get().externalId();
        List<Secret> codes =
                Stream.of(reports.authCode(externalId, owner), begun.get().authCode())
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        for (Secret code : codes) {
            Optional<Credential> token = tokens.forAuthCode(call, code, owner);
            if (token.isPresent()) {
                return bound(attempt, channel, code, token.get(), externalId, call);
            }
        }
        return reports.hasFailed(externalId, owner)
                ? refused(Reason.NOT_COMPLETED, "DOKU reports that the account was not linked")
                : new BindOutcome.Processing(attempt);
    }

    private BindOutcome bound(
            BindAttempt attempt,
            DokuChannel channel,
            Secret code,
            Credential token,
            String externalId,
            Call call) {
        Optional<Binding> binding = grants.claim(attempt, channel, code, call.now());
        if (binding.isEmpty()) {
            return refused(
                    Reason.BOUND_TO_ANOTHER_CUSTOMER, "the link is stored for another customer");
        }
        customerTokens.put(binding.get(), token);
        grants.forget(attempt);
        reports.forget(externalId);
        return new BindOutcome.Bound(binding.get());
    }

    private static BindOutcome refused(Reason reason, String explanation) {
        return new BindOutcome.Refused(Decline.of(reason, explanation));
    }
}
