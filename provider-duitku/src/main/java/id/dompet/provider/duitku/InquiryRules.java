package id.dompet.provider.duitku;

import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Points;
import id.dompet.model.ProviderId;
import java.util.function.Supplier;

/**
 * What Duitku would refuse, refused before anything is sent: Account Link V1.1, section 5; limits
 * of docs.duitku.com, HTTP codes.
 */
final class InquiryRules {
    private static final Money MINIMUM = Money.idr(10_000);
    private static final int MAX_EMAIL = 50;
    private static final int MAX_URL = 255;
    private static final int MAX_DESCRIPTION = 255;

    private final ProviderId id;

    InquiryRules(ProviderId id) {
        this.id = id;
    }

    void check(DuitkuChannel channel, Payment payment) {
        require(
                payment.kind() == Payment.Kind.LINKED,
                () ->
                        "Duitku Account Link charges linked wallets with the customer at hand only, not "
                                + payment.kind()
                                + " payments");
        require(
                payment.amount().currency().getCurrencyCode().equals("IDR"),
                () -> "amount: Duitku takes IDR only, not " + payment.amount().currency());
        require(
                payment.amount().isWhole(),
                () -> "amount: Duitku takes whole rupiah, without sen: " + payment.amount());
        require(
                payment.amount().compareTo(MINIMUM) >= 0,
                () -> "amount: Duitku takes at least IDR 10000, not " + payment.amount());
        for (LineItem item : payment.items()) {
            require(
                    item.total().isWhole(),
                    () -> "line items: Duitku takes whole rupiah, without sen: " + item.total());
        }
        atMost("customer e-mail", payment.customer().email(), MAX_EMAIL);
        atMost("payment description", payment.description(), MAX_DESCRIPTION);
        atMost("return URL", payment.returnUrl().toString(), MAX_URL);
        switch (channel) {
            case OVO -> {
                require(
                        payment.points().isEmpty(),
                        () -> "points: Duitku documents only CASH for OVO; leave the points out");
                require(
                        payment.voucher().isEmpty(),
                        () -> "voucher: Duitku takes voucher codes for ShopeePay only");
            }
            case SHOPEEPAY ->
                    require(
                            payment.points().flatMap(Points::part).isEmpty(),
                            () ->
                                    "points: ShopeePay decides itself how many coins it uses; ask for as"
                                            + " many as possible instead of an exact part");
        }
    }

    private void atMost(String what, String text, int max) {
        require(
                text.length() <= max,
                () ->
                        "%s: Duitku takes at most %d characters, not %d"
                                .formatted(what, max, text.length()));
    }

    /** Messages are made when they are needed: every charge passes here. */
    private void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new InvalidRequest(id, otherwise.get());
        }
    }
}
