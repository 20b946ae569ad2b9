package id.dompet.sandbox.shop;

import id.dompet.model.Money;
import java.util.List;
import java.util.Optional;

/**
 * Something on the menu.
 *
 * @param id in addresses
 * @param price in whole rupiah
 */
record Item(String id, String name, String about, long price) {

    /** The menu. Providers take no less than Rp 10.000. */
    static final List<Item> MENU =
            List.of(
                    new Item(
                            "kopi-susu",
                            "Kopi susu gula aren",
                            "Espresso, fresh milk and palm sugar.",
                            28_000),
                    new Item(
                            "kopi-tubruk",
                            "Kopi tubruk",
                            "Ground coffee from Toraja, boiled in the cup.",
                            18_000),
                    new Item(
                            "pisang-goreng",
                            "Pisang goreng",
                            "Fried bananas, four pieces.",
                            22_000),
                    new Item(
                            "kain-batik",
                            "Kain batik kawung",
                            "Hand-stamped cloth, two metres.",
                            385_000));

    static Optional<Item> of(String id) {
        return MENU.stream().filter(item -> item.id.equals(id)).findFirst();
    }

    Money money() {
        return Money.idr(price);
    }
}
