package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.Money;
import id.dompet.spi.BalancePort;
import id.dompet.spi.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks what a linked account holds: "OVO Open API", check balance; developers.doku.com, OVO and
 * Allo, balance inquiry. {@code availableBalance} is what can be spent; not every answer has it.
 */
final class DokuBalance implements BalancePort {
    private static final Set<String> CASH = Set.of("CASH", "BALANCE");
    private static final Set<String> POINTS = Set.of("POINTS", "POINT");

    private final DokuConfig config;
    private final SnapClient client;
    private final SnapJson json;
    private final DeviceHeaders devices;

    DokuBalance(DokuConfig config, SnapClient client, SnapJson json, DeviceHeaders devices) {
        this.config = config;
        this.client = client;
        this.json = json;
        this.devices = devices;
    }

    @Override
    public Balance balance(Call call, Binding binding) {
        DokuChannel channel = DokuChannel.require(config.id(), binding.wallet());
        ObjectNode body = json.object();
        if (config.api().namesChannel()) {
            body.putObject("additionalInfo").put("channel", channel.code());
        }
        Reading reading =
                client.send(
                        call,
                        SnapRequest.of(SnapService.BALANCE, channel, Effect.NONE, body)
                                .withCustomer(binding)
                                .withHeaders(
                                        devices.of(
                                                channel, SnapService.BALANCE, Optional.empty())));
        if (reading.is(SnapCase.ACCOUNT)) {
            throw new BindingUnusable(
                    config.id(),
                    reading.code(),
                    reading.detail() + "; the customer must link again");
        }
        if (reading.verdict() != Verdict.ACCEPTED) {
            throw Refusals.of(config.id(), reading);
        }
        List<JsonObject> accounts =
                reading.json().flatMap(answer -> answer.objects("accountInfos")).orElse(List.of());
        try {
            Optional<Money> cash = amount(accounts, CASH);
            Optional<Money> points = amount(accounts, POINTS);
            return new Balance(
                    cash.orElseThrow(
                            () ->
                                    Refusals.incomplete(
                                            config.id(),
                                            SnapService.BALANCE,
                                            "success without a balance in cash")),
                    points,
                    call.now());
        } catch (JsonObject.Unreadable e) {
            throw Refusals.incomplete(config.id(), SnapService.BALANCE, "a balance cannot be read");
        }
    }

    private static Optional<Money> amount(List<JsonObject> accounts, Set<String> types)
            throws JsonObject.Unreadable {
        for (JsonObject account : accounts) {
            if (account.text("balanceType").filter(types::contains).isPresent()) {
                Optional<Money> available = account.money("availableBalance");
                return available.isPresent() ? available : account.money("amount");
            }
        }
        return Optional.empty();
    }
}
