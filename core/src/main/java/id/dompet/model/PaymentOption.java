package id.dompet.model;

/**
 * Something that one kind of provider knows and no other: a record of that provider's module, given
 * to {@code Dompet.pay} beside the payment. An option that reaches another kind of provider is
 * refused, not ignored.
 */
public interface PaymentOption {
    /** The type of the provider module that understands this option, e.g. {@code duitku}. */
    String providerType();
}
