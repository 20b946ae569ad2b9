package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;

/** What is said when a charge cannot be moved. */
final class Charges {
    private Charges() {}

    static Refused unknown(String provider, String reference) {
        return Refused.missing("%s knows no charge \"%s\".".formatted(provider, reference));
    }

    /** After a try to charge. */
    static void settle(Views.Charge before, boolean done) {
        if (done) {
            return;
        }
        throw Refused.conflict(
                before.pending() || before.expired()
                        ? "The wallet cannot pay %s: look at its balance."
                                .formatted(before.reference())
                        : stays(before));
    }

    /** After a try to end a charge unpaid. */
    static void decided(Views.Charge before, boolean done) {
        if (!done) {
            throw Refused.conflict(stays(before));
        }
    }

    private static String stays(Views.Charge charge) {
        return "%s is %s already and stays so.".formatted(charge.reference(), charge.state());
    }
}
