package id.dompet.testkit.conformance;

import java.util.Arrays;

/** What rules are about, in the order in which they run and are read. */
public enum RuleGroup {
    PLG("How a module is found, configured and described"),
    BND("Linking a wallet, and ending the link"),
    BAL("Balances"),
    TOP("How a wallet is filled"),
    PAY("Payments"),
    STA("Asking what became of a payment"),
    RFD("Giving money back"),
    NTF("Notifications"),
    WIRE("What is sent"),
    SEC("What must never be printed"),
    OTHER("Others");

    private final String title;

    RuleGroup(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The group of a rule's number. */
    static RuleGroup of(String id) {
        String prefix = id.substring(0, Math.max(0, id.indexOf('-')));
        return Arrays.stream(values())
                .filter(group -> group.name().equals(prefix))
                .findFirst()
                .orElse(OTHER);
    }
}
