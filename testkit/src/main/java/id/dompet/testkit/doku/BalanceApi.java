package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;

/** Balance inquiry (OVO Open API, section 2). */
final class BalanceApi {

    private final SnapAnswers answers;

    BalanceApi(DokuSettings settings) {
        this.answers = new SnapAnswers(settings);
    }

    SimulatorAnswer answer(SnapCall call) {
        DokuWallet wallet = call.customer().orElseThrow().binding().wallet();
        if (wallet.isBlocked()) {
            throw new Refusal(SnapCase.INACTIVE_ACCOUNT);
        }
        ObjectNode fields = SnapAnswers.object();
        ArrayNode accounts = fields.putArray("accountInfos");
        DokuChannel channel = wallet.channel();
        add(accounts, channel.cashMethod(), wallet.cash(), call.isCurrent());
        add(accounts, channel.pointsMethod(), wallet.points(), call.isCurrent());
        return answers.ok(call.operation(), fields);
    }

    /** The archive samples have the amount only; live answers of today carry what is available. */
    private static void add(ArrayNode accounts, String type, long amount, boolean current) {
        ObjectNode account =
                Rupiah.put(accounts.addObject().put("balanceType", type), "amount", amount);
        if (current) {
            Rupiah.put(account, "availableBalance", amount);
        }
    }
}
