package id.dompet.docs.umpama;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.BalancePort;
import id.dompet.spi.Call;
import id.dompet.spi.UnbindPort;
import java.util.Map;
import java.util.Optional;

/** What can be done with a linked wallet besides charging it. */
final class UmpamaAccounts implements UnbindPort, BalancePort {
    private final UmpamaClient client;
    private final UmpamaLinks links;

    UmpamaAccounts(UmpamaClient client, UmpamaLinks links) {
        this.client = client;
        this.links = links;
    }

    /** Core forgets the credential after Unbound, and not before. */
    @Override
    public UnbindOutcome unbind(Call call, Binding binding) {
        Optional<String> link = links.find(binding);
        if (link.isEmpty()) {
            return new UnbindOutcome.Unbound();
        }
        UmpamaAnswer answer =
                client.send(
                        call, "/v1/links/end", Effect.CHANGES_STATE, Map.of("link", link.get()));
        return switch (answer.result()) {
            case "ended", "link_ended" -> new UnbindOutcome.Unbound();
            default -> new UnbindOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    @Override
    public Balance balance(Call call, Binding binding) {
        UmpamaAnswer answer =
                client.send(
                        call, "/v1/balance", Effect.NONE, Map.of("link", links.require(binding)));
        return switch (answer.result()) {
            case "ok" -> read(call, answer.fields());
            case "link_ended" ->
                    throw new BindingUnusable(
                            client.id(), "link_ended", "the customer must link again");
            default -> throw answer.refusal(client.id());
        };
    }

    /** An amount that is missing is not zero. */
    private Balance read(Call call, UmpamaFields fields) {
        Money cash = fields.amount().orElseThrow(() -> incomplete("its amount"));
        Optional<Money> points =
                fields.has("points")
                        ? Optional.of(
                                fields.money("points", "IDR")
                                        .orElseThrow(() -> incomplete("its points")))
                        : Optional.empty();
        return new Balance(cash, points, call.now());
    }

    private DompetException incomplete(String what) {
        return new Unavailable(client.id(), "/v1/balance: ok, without " + what, null);
    }
}
