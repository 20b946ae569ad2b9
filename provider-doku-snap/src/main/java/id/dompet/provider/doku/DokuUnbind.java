package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.Secret;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.UnbindPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends links: "OVO Open API", account unbinding. {@code tokenId} is the customer's own token,
 * without {@code Bearer}; the headers carry the merchant's only.
 */
final class DokuUnbind implements UnbindPort {
    private final DokuConfig config;
    private final SnapClient client;
    private final SnapJson json;
    private final DeviceHeaders devices;
    private final Grants grants;
    private final CustomerTokens tokens;

    DokuUnbind(
            DokuConfig config,
            SnapClient client,
            SnapJson json,
            DeviceHeaders devices,
            Grants grants,
            CustomerTokens tokens) {
        this.config = config;
        this.client = client;
        this.json = json;
        this.devices = devices;
        this.grants = grants;
        this.tokens = tokens;
    }

    /**
     * A grant that is not in the store was removed by an earlier unbinding: core forgets it only
     * then. An auth code that DOKU does not take any more was unlinked in the wallet.
     */
    @Override
    public UnbindOutcome unbind(Call call, Binding binding) {
        DokuChannel channel = DokuChannel.require(config.id(), binding.wallet());
        if (grants.find(binding).isEmpty()) {
            return ended(binding);
        }
        SnapRequest request =
                new SnapRequest(
                        SnapService.UNBINDING,
                        channel,
                        Effect.CHANGES_STATE,
                        Optional.of(binding),
                        false,
                        Map.of(),
                        token -> body(channel, token),
                        List.of());
        Reading reading;
        try {
            reading =
                    client.send(
                            call,
                            request.withHeaders(
                                    devices.of(channel, SnapService.UNBINDING, Optional.empty())));
        } catch (BindingUnusable e) {
            if (e.providerCode().isEmpty()) {
                throw e;
            }
            return ended(binding);
        }
        return switch (reading.verdict()) {
            case ACCEPTED -> ended(binding);
            case REFUSED, NOT_FOUND ->
                    reading.is(SnapCase.ACCOUNT) || reading.is(SnapCase.TRANSACTION_NOT_FOUND)
                            ? ended(binding)
                            : new UnbindOutcome.Unknown(reading.cause(), reading.detail());
            case CREDENTIALS, MERCHANT_TOKEN, INVALID -> throw Refusals.of(config.id(), reading);
            case IN_PROGRESS, CUSTOMER_TOKEN, CUSTOMER_ACTION, ASK, LATER, OPEN ->
                    new UnbindOutcome.Unknown(reading.cause(), reading.detail());
        };
    }

    private ObjectNode body(DokuChannel channel, Optional<Secret> token) {
        ObjectNode body = json.object().put("tokenId", token.orElseThrow().reveal());
        if (config.api().namesChannel()) {
            body.putObject("additionalInfo").put("channel", channel.code());
        }
        return body;
    }

    private UnbindOutcome ended(Binding binding) {
        tokens.forget(binding);
        return new UnbindOutcome.Unbound();
    }
}
