package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.TopUpInstruction;
import id.dompet.spi.BalancePort;
import id.dompet.spi.Call;
import id.dompet.spi.TopUpPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks about a linked wallet. */
final class ContohAccount implements BalancePort, TopUpPort {
    private final ContohClient client;

    ContohAccount(ContohClient client) {
        this.client = client;
    }

    @Override
    public Balance balance(Call call, Binding binding) {
        Fields fields = ask(call, "/balance", binding);
        Money cash =
                fields.money("cash", "IDR").orElseThrow(() -> incomplete("/balance", "its cash"));
        Optional<Money> points =
                fields.has("points")
                        ? Optional.of(
                                fields.money("points", "IDR")
                                        .orElseThrow(() -> incomplete("/balance", "its points")))
                        : Optional.empty();
        return new Balance(cash, points, call.now());
    }

    @Override
    public List<TopUpInstruction> topUpInstructions(Call call, Binding binding) {
        List<Fields> ways =
                ask(call, "/top-up", binding)
                        .objects("ways")
                        .orElseThrow(() -> incomplete("/top-up", "its ways"));
        List<TopUpInstruction> all = new ArrayList<>();
        for (Fields way : ways) {
            all.add(
                    new TopUpInstruction(
                            way.text("title")
                                    .orElseThrow(() -> incomplete("/top-up", "a way's title")),
                            Optional.empty(),
                            way.text("page")
                                    .filter(page -> page.startsWith("https://"))
                                    .orElseThrow(() -> incomplete("/top-up", "a way's page"))));
        }
        return all;
    }

    private Fields ask(Call call, String path, Binding binding) {
        Answer answer = client.send(call, path, Effect.NONE, Map.of(), Optional.of(binding));
        if (answer.code().equals("12")) {
            throw new BindingUnusable(
                    client.id(), "12", answer.detail() + ": the customer must link again");
        }
        if (!answer.code().equals("00")) {
            throw answer.refusal(client.id());
        }
        return answer.fields();
    }

    private DompetException incomplete(String path, String what) {
        return new Unavailable(client.id(), path + ": success without " + what, null);
    }
}
