package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.Pages;
import id.dompet.spi.PayPort;
import id.dompet.spi.StatusPort;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Charges wallets. A reference that exists already is asked about. */
final class ContohPay implements PayPort {
    private final ContohClient client;
    private final StatusPort status;
    private final Hooks hooks;

    ContohPay(ContohClient client, StatusPort status, Hooks hooks) {
        this.client = client;
        this.status = status;
        this.hooks = hooks;
    }

    @Override
    public PaymentOutcome pay(Call call, Payment payment) {
        refuseWhatContohCannot(payment);
        Answer answer;
        try {
            answer =
                    client.send(
                            call,
                            "/charge",
                            Effect.CHANGES_STATE,
                            fields(payment),
                            payment.binding());
        } catch (BindingUnusable e) {
            if (e.providerCode().isEmpty()) {
                throw e;
            }
            // Said while a token was fetched, so nothing was charged.
            return declined(Reason.BINDING_INVALID, e.providerCode());
        }
        return switch (answer.code()) {
            case "00", "01", "02" -> accepted(call, payment, answer);
            case "12" -> declined(Reason.BINDING_INVALID, "12");
            case "51" -> declined(Reason.INSUFFICIENT_FUNDS, "51");
            case "40" -> status.status(call, payment);
            default -> unknown(answer.cause(), answer.detail());
        };
    }

    private PaymentOutcome accepted(Call call, Payment payment, Answer answer) {
        if (!answer.isAbout("reference", payment.reference())) {
            return unknown(UnknownCause.REFERENCE_DIFFERS, "/charge: not about this payment");
        }
        Optional<String> id = answer.text("id");
        if (answer.code().equals("00")) {
            Optional<Money> amount = answer.fields().money();
            return amount.isPresent()
                    ? new PaymentOutcome.Paid(id, amount.get(), call.now())
                    : unknown(UnknownCause.UNREADABLE_ANSWER, "/charge: paid, without an amount");
        }
        if (answer.code().equals("02")) {
            return new PaymentOutcome.Processing(id);
        }
        Optional<URI> page = answer.text("page").flatMap(Pages::safe);
        return page.isPresent()
                ? new PaymentOutcome.AwaitingCustomer(page.get(), Optional.empty(), id)
                : unknown(
                        UnknownCause.UNREADABLE_ANSWER,
                        "/charge: accepted, without a page that can be opened safely");
    }

    private Map<String, String> fields(Payment payment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("reference", payment.reference());
        fields.put("amount", hooks.amount(payment.amount()));
        fields.put("currency", "IDR");
        fields.put(
                "mode",
                switch (payment.kind()) {
                    case LINKED -> "PIN";
                    case UNATTENDED -> "NOW";
                    case REDIRECT -> "REDIRECT";
                });
        fields.put("wallet", payment.wallet().code());
        fields.put("description", payment.description());
        fields.put("name", payment.customer().name());
        fields.put("returnUrl", payment.returnUrl().toString());
        return fields;
    }

    private void refuseWhatContohCannot(Payment payment) {
        if (!payment.amount().currency().getCurrencyCode().equals("IDR")) {
            throw new InvalidRequest(client.id(), "Contoh takes rupiah only");
        }
        if (payment.points().isPresent() || payment.voucher().isPresent()) {
            throw new InvalidRequest(client.id(), "Contoh takes neither points nor vouchers");
        }
    }

    private static PaymentOutcome declined(Reason reason, String code) {
        return new PaymentOutcome.Declined(new Decline(reason, code, ""));
    }

    private static PaymentOutcome unknown(UnknownCause cause, String detail) {
        return new PaymentOutcome.Unknown(cause, detail);
    }
}
