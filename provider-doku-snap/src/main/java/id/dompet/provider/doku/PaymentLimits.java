package id.dompet.provider.doku;

import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Points;
import id.dompet.model.Refund;
import java.util.function.Supplier;

/**
 * What DOKU would refuse, refused before anything is sent: developers.doku.com, the payment and
 * refund tables of the channels.
 */
final class PaymentLimits {
    private static final int CIMB_REFERENCE = 12;
    private static final int ALLO_REFERENCE = 32;
    private static final int MAX_REDIRECT_URL = 255;
    private static final int MAX_INTEGER_DIGITS = 16;

    private final DokuConfig config;

    PaymentLimits(DokuConfig config) {
        this.config = config;
    }

    void check(DokuChannel channel, Payment payment) {
        reference("payment reference", channel, payment.reference());
        rupiah("amount", payment.amount());
        require(
                payment.voucher().isEmpty(),
                () -> "voucher: DOKU SNAP takes no voucher codes; leave the voucher out");
        points(channel, payment);
        if (!channel.isLinked()) {
            require(
                    payment.returnUrl().toString().length() <= MAX_REDIRECT_URL,
                    () ->
                            "return URL: DOKU takes at most 255 characters for "
                                    + channel
                                    + ", not "
                                    + payment.returnUrl().toString().length());
        }
        require(
                payment.kind() != Payment.Kind.UNATTENDED || config.api().takesPaymentType(channel),
                () ->
                        "DOKU SNAP with api="
                                + config.api().setting()
                                + " charges "
                                + channel
                                + " with the customer at hand only");
    }

    void check(DokuChannel channel, Refund refund) {
        reference("payment reference", channel, refund.payment().reference());
        reference("refund reference", channel, refund.reference());
        rupiah("refund amount", refund.amount());
    }

    private void points(DokuChannel channel, Payment payment) {
        if (payment.points().isEmpty()) {
            return;
        }
        require(
                channel == DokuChannel.OVO || channel == DokuChannel.ALLO,
                () -> "points: DOKU takes points for OVO and ALLO only, not for " + channel);
        require(
                payment.points().flatMap(Points::part).isPresent(),
                () ->
                        "points: DOKU must be told exactly how much to take in points; use Points.exactly");
    }

    private void reference(String what, DokuChannel channel, String reference) {
        int length = reference.length();
        switch (channel) {
            case CIMB ->
                    require(
                            length <= CIMB_REFERENCE,
                            () ->
                                    "%s: CIMB takes at most %d characters, not %d"
                                            .formatted(what, CIMB_REFERENCE, length));
            case ALLO ->
                    require(
                            length >= ALLO_REFERENCE,
                            () ->
                                    "%s: ALLO takes at least %d characters, not %d"
                                            .formatted(what, ALLO_REFERENCE, length));
            case OVO, DANA, SHOPEEPAY -> {
                // 64 at DOKU, and 32 is all that a reference can have.
            }
        }
    }

    private void rupiah(String what, Money amount) {
        require(
                amount.currency().getCurrencyCode().equals("IDR"),
                () -> what + ": DOKU takes IDR only, not " + amount.currency());
        require(
                amount.amount().precision() - amount.amount().scale() <= MAX_INTEGER_DIGITS,
                () -> what + ": DOKU takes at most 16 digits before the decimal point");
    }

    /** Messages are made when they are needed: every charge passes here. */
    private void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new InvalidRequest(config.id(), otherwise.get());
        }
    }
}
