package id.dompet.sandbox.soak.worker;

import id.dompet.model.Customer;
import id.dompet.model.PhoneNumber;

/**
 * A customer of the soak, made from a number so that every process knows the same.
 *
 * @param number from 0
 */
public record Buyer(int number) {
    /** What the merchant calls the customer. */
    public String reference() {
        return "cust-" + number;
    }

    /** The number of the customer's wallets, in local form; always ten digits more than 08. */
    public String phone() {
        return "0812%08d".formatted(number);
    }

    /** As the library knows the customer; DANA wants to hear of a device. */
    Customer customer() {
        return Customer.of(
                        reference(),
                        "Buyer " + number,
                        "buyer" + number + "@example.com",
                        PhoneNumber.of(phone()))
                .on(
                        new Customer.Device(
                                "device-" + number, "203.0.113.7", "app", "Pixel 9", "android"));
    }
}
