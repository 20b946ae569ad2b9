package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.Payment;
import id.dompet.spi.Call;

/**
 * The question about a payment: developers.doku.com, check status SNAP. It needs the merchant's
 * token only, so it works after the customer unlinked.
 */
final class StatusInquiry {
    private final DokuConfig config;
    private final SnapClient client;
    private final SnapJson json;
    private final DeviceHeaders devices;

    StatusInquiry(DokuConfig config, SnapClient client, SnapJson json, DeviceHeaders devices) {
        this.config = config;
        this.client = client;
        this.json = json;
        this.devices = devices;
    }

    /**
     * An answer that says something about the payment.
     *
     * @return with the verdict {@code ACCEPTED}, {@code IN_PROGRESS}, {@code NOT_FOUND} or {@code
     *     OPEN}; the last with a code that is not documented
     * @throws CredentialsRefused and others of {@link Refusals} for every other answer
     */
    Reading ask(Call call, DokuChannel channel, Payment payment) {
        ObjectNode body =
                json.object()
                        .put("originalPartnerReferenceNo", payment.reference())
                        .put("serviceCode", config.statusServiceCode());
        PaymentBody.money(body.putObject("amount"), payment.amount());
        if (config.api().namesChannel()) {
            body.putObject("additionalInfo").put("channel", channel.code());
        }
        Reading reading =
                client.send(
                        call,
                        SnapRequest.of(SnapService.STATUS, channel, Effect.NONE, body)
                                .withHeaders(
                                        devices.of(
                                                channel,
                                                SnapService.STATUS,
                                                payment.customer().device())));
        return switch (reading.verdict()) {
            case ACCEPTED, IN_PROGRESS, NOT_FOUND -> reading;
            case OPEN -> {
                if (reading.http() >= 500
                        || reading.json().flatMap(a -> a.text("responseCode")).isEmpty()) {
                    throw Refusals.of(config.id(), reading);
                }
                yield reading;
            }
            case INVALID,
                    CREDENTIALS,
                    MERCHANT_TOKEN,
                    CUSTOMER_TOKEN,
                    REFUSED,
                    CUSTOMER_ACTION,
                    ASK,
                    LATER ->
                    throw Refusals.of(config.id(), reading);
        };
    }
}
