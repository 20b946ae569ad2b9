package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import id.dompet.testkit.Fault;
import java.util.List;
import java.util.Map;

/**
 * What one simulator can be asked and told, in words that fit all of them. What cannot be done as
 * things stand is {@link Refused} with a sentence. Thread-safe.
 */
interface Provider {
    /** Its name in addresses and in the configuration. */
    String name();

    /** What people call it. */
    String title();

    /** The wallets it knows, by the names the console uses. */
    List<String> walletNames();

    /** Everything a client must know, by name; holds secrets. */
    Map<String, String> credentials();

    List<Views.Wallet> wallets();

    void setBalance(String wallet, String phone, long cash, long points);

    List<Views.Link> links();

    /** The customer ends every link in the wallet's own app; the merchant is not told. */
    void unlink(String wallet, String phone);

    List<Views.Charge> charges();

    /** The wallet pays; a charge that expired is paid late. */
    void succeed(String reference);

    /** The wallet refuses. */
    void decline(String reference);

    /** The time to pay is over at once. */
    void expire(String reference);

    /** Money goes back, from the provider's own desk. */
    void refund(String reference, long amount);

    List<Views.Message> messages();

    /** Delivers once, now; what the merchant made of it. */
    String deliver(int number, boolean brokenSignature);

    /** The next notification stays in the outbox until it is sent by hand. */
    void holdNext();

    /** The next notification is signed wrongly in every delivery. */
    void breakNext();

    /** The next charge is paid, and its notification delivered, before the charge is answered. */
    void notifyBeforeNextAnswer();

    /** The next charge that needs no customer stays pending. */
    void leaveNextPending();

    /** Whether requests carry a token of the merchant. */
    boolean usesTokens();

    /** A fault in this provider's own words. */
    default Fault fault(FaultKind kind) {
        return kind.fault();
    }

    /** The faults, and the log. */
    Wire<?> wire();
}
