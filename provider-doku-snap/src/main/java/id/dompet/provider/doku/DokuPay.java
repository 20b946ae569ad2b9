package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.spi.TimeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Charges: linked accounts with both tokens, DANA and ShopeePay with the merchant's alone
 * (developers.doku.com, payment and payment jump app). What a browser brings back is not documented
 * and says nothing.
 */
final class DokuPay implements PayPort {
    private final DokuConfig config;
    private final SnapClient client;
    private final PaymentLimits limits;
    private final PaymentBody linkedBody;
    private final RedirectBody redirectBody;
    private final DeviceHeaders devices;
    private final PaymentAnswer answers;
    private final TimeSource time;

    DokuPay(
            DokuConfig config,
            SnapClient client,
            PaymentLimits limits,
            PaymentBody linkedBody,
            RedirectBody redirectBody,
            DeviceHeaders devices,
            PaymentAnswer answers,
            TimeSource time) {
        this.config = config;
        this.client = client;
        this.limits = limits;
        this.linkedBody = linkedBody;
        this.redirectBody = redirectBody;
        this.devices = devices;
        this.answers = answers;
        this.time = time;
    }

    @Override
    public PaymentOutcome pay(Call call, Payment payment) {
        DokuChannel channel = DokuChannel.require(config.id(), payment.wallet());
        limits.check(channel, payment);
        return channel.isLinked()
                ? linked(call, channel, payment)
                : redirect(call, channel, payment);
    }

    private PaymentOutcome linked(Call call, DokuChannel channel, Payment payment) {
        Binding binding =
                payment.binding()
                        .orElseThrow(
                                () ->
                                        new InvalidRequest(
                                                config.id(),
                                                "DOKU charges "
                                                        + channel
                                                        + " through a binding; the payment has"
                                                        + " none"));
        ObjectNode body = linkedBody.of(channel, payment, call.option(DokuPaymentOptions.class));
        try {
            Reading reading =
                    client.send(call, request(channel, payment, body).withCustomer(binding));
            return answers.read(payment, reading, Optional.empty());
        } catch (BindingUnusable e) {
            if (e.providerCode().isEmpty()) {
                throw e;
            }
            // Raised while a token was fetched, so nothing was charged.
            return new PaymentOutcome.Declined(
                    new Decline(
                            Reason.BINDING_INVALID,
                            e.providerCode(),
                            "the account was unlinked; the customer must link again"));
        }
    }

    private PaymentOutcome redirect(Call call, DokuChannel channel, Payment payment) {
        if (payment.kind() != Payment.Kind.REDIRECT) {
            throw new InvalidRequest(config.id(), "DOKU charges " + channel + " by redirect only");
        }
        if (call.option(DokuPaymentOptions.class).isPresent()) {
            throw new InvalidRequest(
                    config.id(), "DokuPaymentOptions: " + channel + " takes no feeType");
        }
        Instant until = time.now().plus(config.redirectValidity()).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode body = redirectBody.of(channel, payment, until);
        Reading reading = client.send(call, request(channel, payment, body));
        return answers.read(payment, reading, Optional.of(until));
    }

    private SnapRequest request(DokuChannel channel, Payment payment, ObjectNode body) {
        return SnapRequest.of(SnapService.PAYMENT, channel, Effect.CHANGES_STATE, body)
                .withHeaders(devices.of(channel, SnapService.PAYMENT, payment.customer().device()))
                .hiding(
                        List.of(
                                payment.customer().phone().international(),
                                payment.customer().phone().local(),
                                payment.customer().email()));
    }
}
