package id.dompet.provider.doku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The body of a payment from a linked account: "OVO Open API", payment; developers.doku.com, OVO,
 * Allo and CIMB, payment. Amounts are texts with two decimals.
 */
final class PaymentBody {
    private static final int MAX_REMARKS = 40;
    private static final int MAX_ITEM_NAME = 32;

    private final DokuConfig config;
    private final SnapJson json;

    PaymentBody(DokuConfig config, SnapJson json) {
        this.config = config;
        this.json = json;
    }

    ObjectNode of(DokuChannel channel, Payment payment, Optional<DokuPaymentOptions> options) {
        ObjectNode body = json.object().put("partnerReferenceNo", payment.reference());
        money(body.putObject("amount"), payment.amount());
        options.ifPresent(given -> body.put("feeType", given.feeType().name()));
        switch (channel) {
            case OVO -> payOptions(body.putArray("payOptionDetails"), payment, "CASH", "POINTS");
            case ALLO -> payOptions(body.putArray("payOptionDetails"), payment, "BALANCE", "POINT");
            case CIMB, DANA, SHOPEEPAY -> {
                // One way to pay, so there is nothing to choose.
            }
        }
        ObjectNode more = body.putObject("additionalInfo");
        if (config.api().namesChannel()) {
            more.put("channel", channel.code());
        }
        if (config.api().takesPaymentType(channel)) {
            boolean unattended = payment.kind() == Payment.Kind.UNATTENDED;
            more.put("paymentType", unattended ? "RECURRING" : "SALE");
        }
        if (channel == DokuChannel.ALLO || channel == DokuChannel.CIMB) {
            more.put("remarks", shorten(payment.description(), MAX_REMARKS));
        }
        items(more, channel, payment);
        more.put("successPaymentUrl", payment.returnUrl().toString())
                .put(
                        "failedPaymentUrl",
                        payment.failureUrl().orElse(payment.returnUrl()).toString());
        return body;
    }

    /** No part that is zero: a payment in points only has no cash in it. */
    private static void payOptions(ArrayNode options, Payment payment, String cash, String points) {
        Money inPoints =
                payment.points()
                        .flatMap(Points::part)
                        .orElse(new Money(BigDecimal.ZERO, payment.amount().currency()));
        Money inCash =
                new Money(
                        payment.amount().amount().subtract(inPoints.amount()),
                        payment.amount().currency());
        payOption(options, cash, inCash);
        payOption(options, points, inPoints);
    }

    private static void payOption(ArrayNode options, String method, Money amount) {
        if (amount.amount().signum() > 0) {
            ObjectNode option = options.addObject().put("payMethod", method);
            money(option.putObject("transAmount"), amount);
            money(option.putObject("feeAmount"), new Money(BigDecimal.ZERO, amount.currency()));
        }
    }

    /** Allo demands lines: an order without any gets one, the whole of it. */
    private static void items(ObjectNode more, DokuChannel channel, Payment payment) {
        if (payment.items().isEmpty() && channel != DokuChannel.ALLO) {
            return;
        }
        ArrayNode lines = more.putArray("lineItems");
        for (LineItem item : payment.items()) {
            line(lines, item.name(), item.total().amount(), item.quantity());
        }
        if (lines.isEmpty()) {
            line(lines, payment.description(), payment.amount().amount(), 1);
        }
    }

    /** {@code price} is that of one piece; a total that cannot be divided is sent as one piece. */
    private static void line(ArrayNode lines, String name, BigDecimal total, int quantity) {
        Optional<BigDecimal> ofOne = quantity == 1 ? Optional.empty() : divided(total, quantity);
        lines.addObject()
                .put("name", shorten(name, MAX_ITEM_NAME))
                .put(
                        "price",
                        ofOne.orElse(total).setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                .put("quantity", ofOne.isPresent() ? quantity : 1);
    }

    private static Optional<BigDecimal> divided(BigDecimal total, int quantity) {
        BigDecimal[] parts =
                total.movePointRight(2).divideAndRemainder(BigDecimal.valueOf(quantity));
        return parts[1].signum() == 0 ? Optional.of(parts[0].movePointLeft(2)) : Optional.empty();
    }

    static void money(ObjectNode node, Money amount) {
        node.put("value", amount.decimalText()).put("currency", amount.currency().toString());
    }

    /** By code points: half a character would be a broken one. */
    static String shorten(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max)).strip();
    }
}
