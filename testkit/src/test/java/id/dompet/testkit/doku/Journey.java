package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.AdjustableClock;
import java.time.Instant;

/** A simulator, a merchant and the usual requests of both generations. */
final class Journey implements AutoCloseable {

    static final Instant NOON = Instant.parse("2025-01-15T03:20:30Z");
    static final String PHONE = "6281234567890";
    static final String CORE = "/direct-debit/core/v1/";
    static final String PAYMENT = CORE + "debit/payment-host-to-host";
    static final String REFUND = CORE + "debit/refund";
    static final String BINDING = CORE + "registration-account-binding";
    static final String UNBINDING = CORE + "registration-account-unbinding";
    static final String BALANCE = CORE + "balance-inquiry";
    static final String STATUS = "/orders/v1.0/debit/status";
    static final String SUCCESS = "https://shop.example/ok?order=1&b=%2F";
    static final String FAILED = "shopapp://failed/page#x";

    static final String ARCHIVE_OVO = "/direct-debit/merchant/ovo/v1.0/";
    static final String ARCHIVE_ALLO = "/direct-debit/merchant/allo/v1.0/";

    final AdjustableClock clock = AdjustableClock.at(NOON);
    final DokuSimulator doku;
    final MerchantClient merchant;

    Journey(DokuSimulatorBuilder builder) {
        doku =
                builder.clock(clock)
                        .merchantPrivateKeyPem(Vectors.merchantKeyPem())
                        .dokuPrivateKeyPem(Vectors.dokuKeyPem())
                        .start();
        merchant = new MerchantClient(doku);
    }

    /** With a simulator that runs already, on this journey's first moment. */
    Journey(DokuSimulator running) {
        doku = running;
        merchant = new MerchantClient(doku);
    }

    Journey() {
        this(DokuSimulator.builder().notificationMode(NotificationMode.MANUAL));
    }

    DokuWallet wallet(DokuChannel channel) {
        return doku.wallet(channel, PHONE);
    }

    ObjectNode bindingBody(DokuChannel channel) {
        ObjectNode body = MerchantClient.object().put("phoneNo", PHONE);
        ObjectNode info =
                body.putObject("additionalInfo")
                        .put("channel", channel.code())
                        .put("custIdMerchant", "cust-1")
                        .put("customerName", "John Doe")
                        .put("dateOfBirth", "19990101")
                        .put("successRegistrationUrl", SUCCESS)
                        .put("failedRegistrationUrl", FAILED);
        if (channel == DokuChannel.ALLO) {
            info.put("deviceModel", "Pixel").put("osType", "android").put("channelId", "app");
        }
        return body;
    }

    SnapReply bind(DokuChannel channel) {
        return merchant.call(BINDING, bindingBody(channel));
    }

    /** Links a wallet as its owner would; a token of the customer. */
    String link(DokuChannel channel) {
        SnapReply bound = bind(channel);
        doku.customer().confirm(bound.uri("redirectUrl"));
        return merchant.customerToken(bound.at("/additionalInfo/authCode")).field("accessToken");
    }

    ObjectNode paymentBody(DokuChannel channel, String reference, long amount) {
        ObjectNode body = MerchantClient.object().put("partnerReferenceNo", reference);
        money(body, "amount", amount);
        if (channel == DokuChannel.OVO) {
            money(
                    body.putArray("payOptionDetails").addObject().put("payMethod", "CASH"),
                    "transAmount",
                    amount);
        }
        ObjectNode info =
                body.putObject("additionalInfo")
                        .put("channel", channel.code())
                        .put("remarks", "thank you")
                        .put("successPaymentUrl", SUCCESS)
                        .put("failedPaymentUrl", FAILED);
        info.putArray("lineItems")
                .addObject()
                .put("name", "masker")
                .put("price", "5000.00")
                .put("quantity", 2);
        return body;
    }

    SnapReply pay(DokuChannel channel, String reference, long amount, String customerToken) {
        return merchant.call(PAYMENT, paymentBody(channel, reference, amount), customerToken);
    }

    SnapReply payByOvo(String reference, long amount, String customerToken) {
        return pay(DokuChannel.OVO, reference, amount, customerToken);
    }

    SnapReply payRecurring(String reference, long amount, String customerToken) {
        ObjectNode body = paymentBody(DokuChannel.OVO, reference, amount);
        body.withObject("/additionalInfo").put("paymentType", "RECURRING");
        return merchant.call(PAYMENT, body, customerToken);
    }

    SnapReply payArchive(DokuChannel channel, String reference, long amount, String customerToken) {
        ObjectNode body = paymentBody(channel, reference, amount);
        body.withObject("/additionalInfo").remove("channel");
        String path =
                channel == DokuChannel.OVO
                        ? ARCHIVE_OVO + "payment-host-to-host"
                        : ARCHIVE_ALLO + "payment/host-to-host";
        return merchant.call(path, body, customerToken);
    }

    ObjectNode jumpBody(DokuChannel channel, String reference, long amount) {
        ObjectNode body = MerchantClient.object().put("partnerReferenceNo", reference);
        money(body, "amount", amount);
        body.putArray("urlParam")
                .addObject()
                .put("url", SUCCESS)
                .put("type", "PAY_RETURN")
                .put("isDeepLink", "N");
        body.put("validUpTo", "2025-01-15T11:20:30+07:00").put("pointOfInitiation", "mweb");
        body.putObject("additionalInfo").put("channel", channel.code()).put("orderTitle", "Tas");
        return body;
    }

    ObjectNode refundBody(DokuChannel channel, String reference, String refundNo, long amount) {
        ObjectNode body = MerchantClient.object().put("originalPartnerReferenceNo", reference);
        money(body, "refundAmount", amount);
        body.put("reason", "Customer complain").put("partnerRefundNo", refundNo);
        body.putObject("additionalInfo").put("channel", channel.code());
        return body;
    }

    SnapReply refund(String reference, String refundNo, long amount, String customerToken) {
        return merchant.call(
                REFUND, refundBody(DokuChannel.OVO, reference, refundNo, amount), customerToken);
    }

    SnapReply status(String reference) {
        return merchant.call(
                STATUS,
                MerchantClient.object()
                        .put("originalPartnerReferenceNo", reference)
                        .put("serviceCode", "54"));
    }

    SnapReply balance(DokuChannel channel, String customerToken) {
        ObjectNode body = MerchantClient.object();
        body.putObject("additionalInfo").put("channel", channel.code());
        return merchant.call(BALANCE, body, customerToken);
    }

    SnapReply unbind(String tokenId) {
        ObjectNode body = MerchantClient.object().put("tokenId", tokenId);
        body.putObject("additionalInfo").put("channel", DokuChannel.OVO.code());
        return merchant.call(UNBINDING, body);
    }

    static ObjectNode money(ObjectNode parent, String field, long amount) {
        parent.putObject(field).put("value", amount + ".00").put("currency", "IDR");
        return parent;
    }

    @Override
    public void close() {
        doku.close();
    }
}
