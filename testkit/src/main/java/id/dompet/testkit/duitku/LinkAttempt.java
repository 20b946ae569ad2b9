package id.dompet.testkit.duitku;

import id.dompet.testkit.PinCounter;
import java.time.Instant;

/** One connect: a page that can be used once, until it expires. Guarded by its {@link LinkBook}. */
final class LinkAttempt {

    private final String ticket;
    private final Wallet wallet;
    private final String customerUniqueId;
    private final String returnUrl;
    private final Instant expiresAt;
    private final PinCounter pins = new PinCounter();
    private boolean used;

    LinkAttempt(
            String ticket,
            Wallet wallet,
            String customerUniqueId,
            String returnUrl,
            Instant expiresAt) {
        this.ticket = ticket;
        this.wallet = wallet;
        this.customerUniqueId = customerUniqueId;
        this.returnUrl = returnUrl;
        this.expiresAt = expiresAt;
    }

    String ticket() {
        return ticket;
    }

    Wallet wallet() {
        return wallet;
    }

    String customerUniqueId() {
        return customerUniqueId;
    }

    String returnUrl() {
        return returnUrl;
    }

    PinCounter pins() {
        return pins;
    }

    boolean isOpen(Instant now) {
        return !used && now.isBefore(expiresAt);
    }

    void use() {
        used = true;
    }
}
