package id.dompet.testkit.doku;

import java.util.List;
import java.util.Optional;

/** Reads the body of a payment with a linked account (OVO Open API, section 3; channel pages). */
final class PaymentReader {

    private static final int URL_LENGTH = 2048;
    private static final String PAY_LATER = "PAYLATER";

    private final DokuSettings settings;

    PaymentReader(DokuSettings settings) {
        this.settings = settings;
    }

    PaymentOrder read(SnapCall call) {
        DokuChannel channel = call.requiredChannel();
        SnapFields body = call.body();
        String reference = body.text("partnerReferenceNo", channel.reference());
        long amount = amount(body);
        body.optionalChoice("feeType", List.of("OUR", "BEN", "SHA"));
        long points = points(body, channel, amount);
        SnapFields info = body.object("additionalInfo");
        PaymentType type = type(call, info);
        boolean remarksRequired = channel == DokuChannel.ALLO || channel == DokuChannel.CIMB;
        if (remarksRequired || info.has("remarks")) {
            info.text("remarks", 1, 40);
        }
        checkLineItems(info, channel);
        return new PaymentOrder(
                reference,
                amount,
                channel,
                call.generation(),
                type,
                call.customer(),
                amount - points,
                points,
                info.address("successPaymentUrl", URL_LENGTH),
                info.address("failedPaymentUrl", URL_LENGTH),
                call.externalId(),
                settings.clock().instant().plus(settings.money().pageLifetime()));
    }

    /** The amount, within the merchant's limit. */
    long amount(SnapFields body) {
        long amount = body.money("amount");
        if (amount <= 0) {
            throw new Refusal(SnapCase.INVALID_AMOUNT);
        }
        if (amount > settings.money().maxAmount()) {
            throw new Refusal(SnapCase.EXCEEDS_AMOUNT_LIMIT);
        }
        return amount;
    }

    /** The part paid with points; OVO has to say how the amount is made up. */
    private static long points(SnapFields body, DokuChannel channel, long amount) {
        if (channel != DokuChannel.OVO && !body.has("payOptionDetails")) {
            return 0;
        }
        long total = 0;
        long points = 0;
        for (SnapFields option : body.objects("payOptionDetails")) {
            String method = option.choice("payMethod", methods(channel));
            if (method.equals(PAY_LATER)) {
                throw new Refusal(SnapCase.FEATURE_NOT_ALLOWED);
            }
            long part = option.money("transAmount");
            Optional<Long> fee = option.optionalMoney("feeAmount");
            if (fee.filter(each -> each > amount).isPresent()) {
                throw new Refusal(SnapCase.INVALID_AMOUNT);
            }
            total += part;
            points += method.equals(channel.pointsMethod()) ? part : 0;
        }
        if (total != amount) {
            throw Refusal.because(
                    SnapCase.INVALID_AMOUNT, "payOptionDetails do not add up to the amount");
        }
        return points;
    }

    private static List<String> methods(DokuChannel channel) {
        return channel == DokuChannel.ALLO
                ? List.of(channel.cashMethod(), channel.pointsMethod(), PAY_LATER)
                : List.of(channel.cashMethod(), channel.pointsMethod());
    }

    /** Only the current generation of OVO knows payments without a page. */
    private static PaymentType type(SnapCall call, SnapFields info) {
        boolean chosen = call.isCurrent() && call.requiredChannel() == DokuChannel.OVO;
        if (!chosen) {
            return PaymentType.SALE;
        }
        return info.optionalChoice("paymentType", List.of("SALE", "RECURRING"))
                .map(PaymentType::valueOf)
                .orElse(PaymentType.SALE);
    }

    private static void checkLineItems(SnapFields info, DokuChannel channel) {
        if (channel != DokuChannel.ALLO && !info.has("lineItems")) {
            return;
        }
        for (SnapFields item : info.objects("lineItems")) {
            item.text("name", 1, 32);
            Rupiah.parse(item.text("price", 4, 19), item.path("price"));
            item.wholeNumber("quantity");
        }
    }
}
