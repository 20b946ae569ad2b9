package id.dompet.sandbox.shop;

import id.dompet.model.Customer;
import id.dompet.model.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** The shop's customers. A real shop has a table of them, and a log-in. */
final class People {
    static final List<Customer> ALL =
            List.of(
                    person("budi", "Budi Santoso", "081234567890"),
                    person("siti", "Siti Rahayu", "081298765432"),
                    person("made", "Made Wirawan", "081377788899"));

    private People() {}

    static Optional<Customer> of(String reference) {
        return ALL.stream().filter(each -> each.reference().equals(reference)).findFirst();
    }

    /** With a device, because some wallets want to know about it. */
    private static Customer person(String reference, String name, String phone) {
        return Customer.of(reference, name, reference + "@mail.example", PhoneNumber.of(phone))
                .on(
                        new Customer.Device(
                                "browser" + reference, "127.0.0.1", "web", "Browser", "android"));
    }
}
