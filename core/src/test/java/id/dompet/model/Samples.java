package id.dompet.model;

import java.net.URI;
import java.time.Instant;

/** Values that tests need and do not care about. */
public final class Samples {
    public static final ProviderId ACME = new ProviderId("acme");
    public static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    public static final Customer BUDI =
            Customer.of(
                    "cust-1", "Budi Santoso", "budi@shop.example", PhoneNumber.of("081234567890"));
    public static final URI RETURN = URI.create("https://shop.example/return");

    private Samples() {}

    public static Binding binding() {
        return binding(ACME, Wallet.OVO);
    }

    public static Binding binding(ProviderId provider, Wallet wallet) {
        return new Binding("binding-1", provider, wallet, "cust-1", NOON);
    }

    public static Payment payment() {
        return payment("order-1", 10_000);
    }

    public static Payment payment(String reference, long rupiah) {
        return Payment.linked(
                reference, binding(), BUDI, Money.idr(rupiah), "Two coffees", RETURN, NOON);
    }
}
