package id.dompet.provider.doku;

import id.dompet.model.Decline.Reason;
import java.util.Locale;

/**
 * "Transaction Not Permitted" (403xx15) gives its reason in words only; these are the ones that
 * account bindings of OVO are answered with.
 */
final class BindingWords {
    private BindingWords() {}

    static Reason reason(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        if (text.contains("another customer")) {
            return Reason.BOUND_TO_ANOTHER_CUSTOMER;
        }
        if (text.contains("blocked")) {
            return Reason.WALLET_BLOCKED;
        }
        return text.contains("not available") ? Reason.PHONE_NOT_ACCEPTED : Reason.OTHER;
    }

    /** A refusal that is only somebody's time-out: the link may have been begun. */
    static boolean isTimeout(String words) {
        return words.toLowerCase(Locale.ROOT).contains("timeout");
    }
}
