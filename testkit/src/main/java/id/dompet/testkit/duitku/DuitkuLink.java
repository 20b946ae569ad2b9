package id.dompet.testkit.duitku;

import id.dompet.testkit.Masking;

/**
 * A link as the provider knows it. The credential code stays with the wallet: see {@link
 * DuitkuSimulator#credentialCodes}.
 *
 * @param channel the wallet's channel
 * @param phoneNumber the wallet's number, {@code 08...}
 * @param customerUniqueId the merchant's name for the customer
 * @param active whether it can be used; false once either side has ended it
 */
public record DuitkuLink(
        Channel channel, String phoneNumber, String customerUniqueId, boolean active) {

    @Override
    public String toString() {
        return "DuitkuLink[%s %s, active %s]"
                .formatted(channel, Masking.phone(phoneNumber), active);
    }
}
