package id.dompet.testkit.duitku;

/** A wallet that is, or was, linked to a merchant's customer. */
final class Link {

    private final String credentialCode;
    private final Wallet wallet;
    private final String customerUniqueId;
    private volatile boolean active = true;

    Link(String credentialCode, Wallet wallet, String customerUniqueId) {
        this.credentialCode = credentialCode;
        this.wallet = wallet;
        this.customerUniqueId = customerUniqueId;
    }

    String credentialCode() {
        return credentialCode;
    }

    Wallet wallet() {
        return wallet;
    }

    String customerUniqueId() {
        return customerUniqueId;
    }

    boolean isActive() {
        return active;
    }

    void end() {
        active = false;
    }
}
