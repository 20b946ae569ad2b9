package id.dompet.testkit.doku;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the body of a payment in the wallet's own app (DANA page, ShopeePay page). */
final class JumpAppReader {

    private static final Duration SHOPEE_PAY_MOST = Duration.ofHours(24);

    private final DokuSettings settings;
    private final PaymentReader common;

    JumpAppReader(DokuSettings settings, PaymentReader common) {
        this.settings = settings;
        this.common = common;
    }

    PaymentOrder read(SnapCall call) {
        DokuChannel channel = call.requiredChannel();
        SnapFields body = call.body();
        String reference = body.text("partnerReferenceNo", channel.reference());
        long amount = common.amount(body);
        String back = returnAddress(body);
        Instant expiresAt = validUpTo(body, channel);
        body.optionalChoice("pointOfInitiation", List.of("app", "pc", "mweb"));
        body.optionalObject("additionalInfo").optionalText("orderTitle", 64);
        return new PaymentOrder(
                reference,
                amount,
                channel,
                call.generation(),
                PaymentType.JUMP_APP,
                Optional.empty(),
                amount,
                0,
                back,
                back,
                call.externalId(),
                expiresAt);
    }

    /** DOKU writes urlParam and isDeepLink, the standard urlParams and isDeeplink. */
    private static String returnAddress(SnapFields body) {
        String name = body.has("urlParams") ? "urlParams" : "urlParam";
        String first = "";
        for (SnapFields link : body.objects(name)) {
            String address = link.address("url", 255);
            link.choice("type", List.of("PAY_RETURN"));
            link.choice(link.has("isDeeplink") ? "isDeeplink" : "isDeepLink", List.of("Y", "N"));
            first = first.isEmpty() ? address : first;
        }
        return first;
    }

    /** Both spellings occur on DOKU's pages. */
    private Instant validUpTo(SnapFields body, DokuChannel channel) {
        String name = body.has("validUpto") ? "validUpto" : "validUpTo";
        Instant until =
                SnapTime.parse(body.text(name, 1, 64))
                        .orElseThrow(() -> Refusal.format(body.path(name)));
        Instant now = settings.clock().instant();
        boolean tooFar =
                channel == DokuChannel.SHOPEE_PAY && until.isAfter(now.plus(SHOPEE_PAY_MOST));
        if (!until.isAfter(now) || tooFar) {
            throw Refusal.format(body.path(name));
        }
        return until;
    }
}
