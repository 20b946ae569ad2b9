package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Customer;
import id.dompet.model.LineItem;
import id.dompet.model.Payment;
import id.dompet.provider.duitku.LinkedAccounts.Linked;
import java.util.Optional;

/**
 * The body of an inquiry: Account Link V1.1, section 5, in the order in which the official package
 * writes the fields. Two names follow docs.duitku.com and that package where the document's own
 * differ: {@code callbackUrl} (there {@code callbackurl}), and only the object of the chosen
 * channel in {@code accountLink} (there both).
 */
final class InquiryBody {
    private static final int MAX_NAME = 20;

    private final DuitkuConfig config;
    private final DuitkuSigner signer;
    private final DuitkuJson json;

    InquiryBody(DuitkuConfig config, DuitkuSigner signer, DuitkuJson json) {
        this.config = config;
        this.signer = signer;
        this.json = json;
    }

    /** For a payment that has passed {@link InquiryRules}. */
    ObjectNode of(Payment payment, Linked linked, Optional<DuitkuPaymentOptions> options) {
        DuitkuChannel channel = linked.channel();
        Customer customer = payment.customer();
        long amount = payment.amount().wholeUnits();
        ObjectNode body =
                json.object()
                        .put("merchantCode", config.merchantCode())
                        .put("paymentAmount", amount)
                        .put("paymentMethod", channel.code())
                        .put("merchantOrderId", payment.reference())
                        .put("productDetails", payment.description())
                        .put(
                                "additionalParam",
                                options.flatMap(DuitkuPaymentOptions::additionalParam).orElse(""))
                        .put("merchantUserInfo", customer.reference())
                        .put("customerVaName", shorten(customer.name()))
                        .put("email", customer.email())
                        .put("phoneNumber", customer.phone().local());
        items(body.putArray("itemDetails"), payment);
        options.filter(InquiryBody::hasAddress)
                .ifPresent(
                        given -> customerDetail(body.putObject("customerDetail"), customer, given));
        body.put("callbackUrl", config.callbackUrl().toString())
                .put("returnUrl", payment.returnUrl().toString())
                .put("signature", signer.inquiry(config.scheme(), payment.reference(), amount))
                .put("expiryPeriod", channel.customerWindow().toMinutes());
        ObjectNode link =
                body.putObject("accountLink").put("credentialCode", linked.code().reveal());
        switch (channel) {
            case OVO ->
                    link.putObject("ovo")
                            .putArray("paymentDetails")
                            .addObject()
                            .put("paymentType", "CASH")
                            .put("amount", amount);
            case SHOPEEPAY ->
                    link.putObject("shopee")
                            .put("promoId", payment.voucher().orElse(""))
                            .put("useCoin", payment.points().isPresent());
        }
        return body;
    }

    /** {@code price} is the line's total: Duitku adds the prices up and ignores the quantities. */
    private static void items(ArrayNode array, Payment payment) {
        for (LineItem item : payment.items()) {
            array.addObject()
                    .put("name", item.name())
                    .put("price", item.total().wholeUnits())
                    .put("quantity", item.quantity());
        }
    }

    private static boolean hasAddress(DuitkuPaymentOptions options) {
        return options.billingAddress().isPresent() || options.shippingAddress().isPresent();
    }

    private static void customerDetail(
            ObjectNode detail, Customer customer, DuitkuPaymentOptions options) {
        // One name is known, and where it would have to be split is not.
        detail.put("firstName", customer.name())
                .put("lastName", "")
                .put("email", customer.email())
                .put("phoneNumber", customer.phone().local());
        options.billingAddress()
                .ifPresent(address -> address(detail.putObject("billingAddress"), address));
        options.shippingAddress()
                .ifPresent(address -> address(detail.putObject("shippingAddress"), address));
    }

    private static void address(ObjectNode node, DuitkuPaymentOptions.Address address) {
        node.put("firstName", address.firstName())
                .put("lastName", address.lastName())
                .put("address", address.street())
                .put("city", address.city())
                .put("postalCode", address.postalCode())
                .put("phone", address.phone())
                .put("countryCode", address.countryCode());
    }

    /** By code points: half a character would be a broken one. */
    private static String shorten(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME)).strip();
    }
}
