package id.dompet.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who links or pays. Name, e-mail and phone are always required: each is mandatory at some
 * provider, and a merchant must not learn that on the day the configuration changes.
 *
 * @param reference the merchant's own permanent id of the customer, 1 to 64 characters
 * @param name as the wallet's pages may show it, 1 to 70 characters; shortened where a provider
 *     takes less
 * @param email at most 254 characters
 * @param phone the wallet's number
 * @param device facts about the customer's device, needed by some wallets
 */
public record Customer(
        String reference, String name, String email, PhoneNumber phone, Optional<Device> device) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    /**
     * Facts about the customer's device.
     *
     * @param id the merchant's id of the device, at most 64 characters
     * @param ipAddress the customer's public address
     * @param channel {@code app} or {@code web}
     * @param model e.g. {@code Pixel 9}
     * @param operatingSystem {@code android} or {@code ios}
     */
    public record Device(
            String id, String ipAddress, String channel, String model, String operatingSystem) {

        /** Refuses missing and overlong parts. */
        public Device {
            Texts.require("device id", id, 64);
            Texts.require("device IP address", ipAddress, 45);
            Texts.require("device channel", channel, 10);
            Texts.require("device model", model, 64);
            Texts.require("device operating system", operatingSystem, 64);
        }

        @Override
        public String toString() {
            return "Device[" + channel + ", " + operatingSystem + "]";
        }
    }

    /** Refuses missing and overlong parts. */
    public Customer {
        Texts.require("customer reference", reference, 64);
        Texts.require("customer name", name, 70);
        Texts.require("customer e-mail", email, 254);
        if (!EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException("customer e-mail needs a name, an @ and a domain");
        }
    }

    /** A customer without facts about the device. */
    public static Customer of(String reference, String name, String email, PhoneNumber phone) {
        return new Customer(reference, name, email, phone, Optional.empty());
    }

    /** The same customer, at a device. */
    public Customer on(Device at) {
        return new Customer(reference, name, email, phone, Optional.of(at));
    }

    /** The merchant's reference and the masked phone number; neither name nor e-mail. */
    @Override
    public String toString() {
        return "Customer[" + reference + ", " + phone + "]";
    }
}
