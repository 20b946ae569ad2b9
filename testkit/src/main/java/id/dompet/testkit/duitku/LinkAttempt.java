package id.dompet.testkit.duitku;

import id.dompet.testkit.PinCounter;
import java.time.Instant;
import java.util.Optional;

/** One connect: a page that can be used once, until it expires. Guarded by its {@link LinkBook}. */
final class LinkAttempt {

    private final String ticket;
    private final Wallet wallet;
    private final String customerUniqueId;
    private final String returnUrl;
    private final Instant expiresAt;
    private final PinCounter pins = new PinCounter();
    private Optional<String> ledTo = Optional.empty();

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
        return ledTo.isEmpty() && now.isBefore(expiresAt);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Where the browser was sent when the customer had decided. */
    Optional<String> ledTo() {
        return ledTo;
    }

    /** The customer has decided: the page cannot be used again. */
    void decided(String address) {
        ledTo = Optional.of(address);
    }
}
