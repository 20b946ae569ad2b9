package id.dompet.sandbox.shop;

import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundEvent;
import id.dompet.ledger.RefundState;
import id.dompet.model.Decline;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.RefundOutcome;
import id.dompet.model.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the shop's pages say. */
final class Words {
    private static final Locale INDONESIA = Locale.forLanguageTag("id-ID");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH)
                    .withZone(ZoneId.of("Asia/Jakarta"));
    private static final Map<Wallet, String> WALLETS =
            Map.of(Wallet.OVO, "OVO", Wallet.SHOPEEPAY, "ShopeePay", Wallet.DANA, "DANA");

    private Words() {}

    static String rupiah(long amount) {
        return String.format(INDONESIA, "Rp %,d", amount);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String wallet(Wallet wallet) {
        return WALLETS.getOrDefault(wallet, wallet.code());
    }

    static String of(LedgerEvent event) {
        String words = of(event.state(), event.outcome(), event.payment().provider());
        return event.alert().map(alert -> words + " Somebody has to look: " + alert).orElse(words);
    }

    /** How a payment stands. */
    static String of(PaymentState state, Optional<PaymentOutcome> outcome, ProviderId provider) {
        return switch (state) {
            case SENDING -> "The payment is written down and on its way to " + provider + ".";
            case UNKNOWN ->
                    "The answer of "
                            + provider
                            + " was lost. Nobody knows yet whether it was charged; we keep asking,"
                            + " and charge nothing twice.";
            case AWAITING_CUSTOMER -> "The wallet waits for you to confirm.";
            case PROCESSING -> "The provider is working on it.";
            case NOT_SENT -> "Nothing left the shop. It can be paid again.";
            case DECLINED -> "Not paid: " + because(outcome) + ".";
            case PAID -> "Paid" + reference(outcome) + ".";
            case REVERSED -> "All of the money went back.";
        };
    }

    static String of(RefundEvent event) {
        String words = of(event.state(), event.outcome());
        return event.alert().map(alert -> words + " Somebody has to look: " + alert).orElse(words);
    }

    /** How a refund stands. */
    static String of(RefundState state, Optional<RefundOutcome> outcome) {
        return switch (state) {
            case SENDING -> "The refund is written down and on its way.";
            case UNKNOWN -> "The answer about the refund was lost. We keep asking.";
            case PROCESSING -> "The provider is working on the refund.";
            case NOT_SENT -> "The refund did not leave the shop. It can be sent again.";
            case DECLINED ->
                    "Refund declined: "
                            + outcome.filter(RefundOutcome.Declined.class::isInstance)
                                    .map(no -> plain(((RefundOutcome.Declined) no).decline()))
                                    .orElse("no reason given")
                            + ".";
            case REFUNDED -> "The refund went through.";
        };
    }

    private static String because(Optional<PaymentOutcome> outcome) {
        return outcome.filter(PaymentOutcome.Declined.class::isInstance)
                .map(no -> plain(((PaymentOutcome.Declined) no).decline()))
                .orElse("no reason given");
    }

    private static String reference(Optional<PaymentOutcome> outcome) {
        return outcome.filter(PaymentOutcome.Paid.class::isInstance)
                .flatMap(paid -> ((PaymentOutcome.Paid) paid).providerReference())
                .map(reference -> ", the provider's reference is " + reference)
                .orElse("");
    }

    /** A reason as customers read it. */
    static String plain(Decline decline) {
        return switch (decline.reason()) {
            case INSUFFICIENT_FUNDS -> "the wallet holds too little";
            case LIMIT_EXCEEDED -> "a limit of the wallet was reached";
            case AMOUNT_NOT_ALLOWED -> "the provider does not take this amount";
            case CUSTOMER_CANCELLED -> "you declined";
            case CUSTOMER_TOO_LATE -> "the time to pay was over";
            case BINDING_INVALID -> "the wallet is no longer linked";
            case PHONE_NOT_ACCEPTED -> "your number has no such wallet that can be linked";
            case BOUND_TO_ANOTHER_CUSTOMER -> "the wallet is linked to another customer";
            case NOT_THIS_ATTEMPT -> "what came back belongs to somebody else";
            case WALLET_BLOCKED -> "the wallet is blocked";
            case RISK -> "the wallet saw a risk";
            case NEVER_ARRIVED -> "the payment never reached the provider";
            case NOT_COMPLETED -> "it was not completed in the wallet";
            case OTHER -> "the wallet refused";
        };
    }
}
