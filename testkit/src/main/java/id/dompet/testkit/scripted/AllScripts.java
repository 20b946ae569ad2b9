package id.dompet.testkit.scripted;

import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.RefundOutcome;
import id.dompet.model.TopUpInstruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scripts of one provider, by what is asked of it. */
final class AllScripts {
    final Scripts<BindScript> binds = new Scripts<>(BindScript::new);
    final Scripts<QuestionScript<BindOutcome>> completions = new Scripts<>(QuestionScript::new);
    final Scripts<UnbindScript> unbinds = new Scripts<>(UnbindScript::new);
    final Scripts<QuestionScript<Balance>> balances = new Scripts<>(QuestionScript::new);
    final Scripts<QuestionScript<List<TopUpInstruction>>> topUps =
            new Scripts<>(QuestionScript::new);
    final Scripts<PaymentScript> payments = new Scripts<>(PaymentScript::new);
    final Scripts<QuestionScript<PaymentOutcome>> statuses = new Scripts<>(QuestionScript::new);
    final Scripts<RefundScript> refunds = new Scripts<>(RefundScript::new);
    final Scripts<QuestionScript<RefundOutcome>> refundStatuses =
            new Scripts<>(QuestionScript::new);

    /** What was scripted and did not happen, in words. */
    List<String> waiting() {
        Map<String, Integer> left = new LinkedHashMap<>();
        left.put("bind", binds.size());
        left.put("completeBind", completions.size());
        left.put("unbind", unbinds.size());
        left.put("balance", balances.size());
        left.put("topUpInstructions", topUps.size());
        left.put("pay", payments.size());
        left.put("status", statuses.size());
        left.put("refund", refunds.size());
        left.put("refundStatus", refundStatuses.size());
        List<String> words = new ArrayList<>();
        left.forEach(
                (kind, count) -> {
                    if (count > 0) {
                        words.add(count + " x " + kind);
                    }
                });
        return words;
    }
}
