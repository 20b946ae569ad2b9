package id.dompet.provider.doku;

import id.dompet.model.PaymentOption;

/**
 * What a payment through DOKU SNAP can carry and no other provider knows. Immutable and
 * thread-safe.
 *
 * @param feeType who bears the fee; sent as {@code feeType} (developers.doku.com, OVO, payment)
 */
public record DokuPaymentOptions(FeeType feeType) implements PaymentOption {

    /** Who bears the fee of a payment. */
    public enum FeeType {
        /** The sender. */
        OUR,
        /** The receiver. */
        BEN,
        /** Both share it. */
        SHA
    }

    /** {@code doku-snap}. */
    @Override
    public String providerType() {
        return DokuSnapPlugin.TYPE;
    }
}
