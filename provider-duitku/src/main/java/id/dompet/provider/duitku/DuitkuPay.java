package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.model.ReturnHint.Appearance;
import id.dompet.provider.duitku.LinkedAccounts.Linked;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charges linked wallets: Account Link V1.1, section 5. */
final class DuitkuPay implements PayPort {
    private static final String PATH = "v2/inquiry";

    private final DuitkuConfig config;
    private final LinkedAccounts accounts;
    private final InquiryRules rules;
    private final InquiryBody body;
    private final InquiryAnswer answers;
    private final DuitkuHttp http;

    DuitkuPay(
            DuitkuConfig config,
            LinkedAccounts accounts,
            InquiryRules rules,
            InquiryBody body,
            InquiryAnswer answers,
            DuitkuHttp http) {
        this.config = config;
        this.accounts = accounts;
        this.rules = rules;
        this.body = body;
        this.answers = answers;
        this.http = http;
    }

    @Override
    public PaymentOutcome pay(Call call, Payment payment) {
        Binding binding =
                payment.binding()
                        .orElseThrow(
                                () ->
                                        new InvalidRequest(
                                                config.id(),
                                                "Duitku Account Link charges linked wallets only;"
                                                        + " the payment has no binding"));
        Linked linked = accounts.require(binding);
        rules.check(linked.channel(), payment);
        ObjectNode fields = body.of(payment, linked, call.option(DuitkuPaymentOptions.class));
        Answer answer = http.webApi(call, PATH, Effect.CHANGES_STATE, fields);
        return answers.read(payment, linked.channel(), answer, sent(payment, linked), call.now());
    }

    private static List<String> sent(Payment payment, Linked linked) {
        return List.of(
                linked.code().reveal(),
                payment.customer().phone().local(),
                payment.customer().phone().international(),
                payment.customer().email());
    }

    /** docs.duitku.com, redirect: written by the browser, so for display only. */
    @Override
    public ReturnHint returned(Payment payment, Map<String, String> returned) {
        if (!payment.reference().equals(returned.get("merchantOrderId"))) {
            return ReturnHint.nothing();
        }
        Optional<String> reference =
                Optional.ofNullable(returned.get("reference")).filter(text -> !text.isBlank());
        return switch (DuitkuCodes.Redirect.of(returned.getOrDefault("resultCode", ""))) {
            case SUCCESS -> new ReturnHint(Appearance.SUCCESS, reference);
            case PENDING -> new ReturnHint(Appearance.PENDING, reference);
            case CANCELLED -> new ReturnHint(Appearance.FAILED, reference);
            case UNDOCUMENTED -> ReturnHint.nothing();
        };
    }
}
