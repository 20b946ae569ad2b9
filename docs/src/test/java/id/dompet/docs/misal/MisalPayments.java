package id.dompet.docs.misal;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.Pages;
import id.dompet.spi.PayPort;
import id.dompet.spi.StatusPort;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Payments on a page of the wallet's. */
final class MisalPayments implements PayPort, StatusPort {
    private final MisalClient client;

    MisalPayments(MisalClient client) {
        this.client = client;
    }

    @Override
    public PaymentOutcome pay(Call call, Payment payment) {
        if (payment.points().isPresent() || payment.voucher().isPresent()) {
            throw new InvalidRequest(client.id(), "Misal takes neither points nor vouchers");
        }
        Map<String, String> form =
                Map.of(
                        "ref", payment.reference(),
                        "amount", payment.amount().decimalText(),
                        "currency", payment.amount().currency().getCurrencyCode(),
                        "return_url", payment.returnUrl().toString());
        MisalReply reply = client.send(call, "/payments", Effect.CHANGES_STATE, form);
        return switch (reply.code()) {
            case "page" -> awaiting(payment, reply);
            case "exists" -> status(call, payment);
            default -> new PaymentOutcome.Unknown(reply.cause(), reply.detail());
        };
    }

    // snippet: page
    private static PaymentOutcome awaiting(Payment payment, MisalReply reply) {
        Optional<URI> page = Pages.safe(reply.field("page"));
        if (page.isEmpty()) {
            return new PaymentOutcome.Unknown(
                    UnknownCause.UNREADABLE_ANSWER, "no page that can be opened safely");
        }
        return aboutThis(
                payment,
                reply,
                new PaymentOutcome.AwaitingCustomer(page.get(), Optional.empty(), id(reply)));
    }

    // end

    @Override
    public PaymentOutcome status(Call call, Payment payment) {
        MisalReply reply =
                client.send(call, "/payments/get", Effect.NONE, Map.of("ref", payment.reference()));
        return switch (reply.code()) {
            case "unknown" -> new PaymentOutcome.NotFound();
            case "open" -> aboutThis(payment, reply, new PaymentOutcome.Processing(id(reply)));
            case "paid" ->
                    aboutThis(
                            payment,
                            reply,
                            new PaymentOutcome.Paid(id(reply), payment.amount(), call.now()));
            case "refunded" ->
                    aboutThis(
                            payment,
                            reply,
                            new PaymentOutcome.Reversed(id(reply), payment.amount()));
            case "declined", "expired" ->
                    aboutThis(payment, reply, declined(Reason.NOT_COMPLETED, reply));
            case "no_money" ->
                    aboutThis(payment, reply, declined(Reason.INSUFFICIENT_FUNDS, reply));
            case "" -> throw reply.refusal(client.id());
            default -> new PaymentOutcome.Unknown(reply.cause(), reply.detail());
        };
    }

    private static Optional<String> id(MisalReply reply) {
        return Optional.of(reply.field("id")).filter(id -> !id.isEmpty());
    }

    private static PaymentOutcome declined(Reason reason, MisalReply reply) {
        return new PaymentOutcome.Declined(new Decline(reason, reply.code(), ""));
    }

    private static PaymentOutcome aboutThis(
            Payment payment, MisalReply reply, PaymentOutcome outcome) {
        if (!reply.field("ref").equals(payment.reference())) {
            return new PaymentOutcome.Unknown(UnknownCause.REFERENCE_DIFFERS, reply.detail());
        }
        return reply.amount().equals(Optional.of(payment.amount()))
                ? outcome
                : new PaymentOutcome.Unknown(UnknownCause.AMOUNT_DIFFERS, reply.detail());
    }
}
