package id.dompet.testkit.duitku;

import java.time.Instant;

/**
 * How a transaction stands at the provider, for assertions.
 *
 * @param merchantOrderId the merchant's order
 * @param reference Duitku's reference
 * @param amount whole rupiah
 * @param channel the wallet's channel
 * @param state where it stands
 * @param expiresAt when its window closes
 */
public record DuitkuTransaction(
        String merchantOrderId,
        String reference,
        long amount,
        Channel channel,
        TransactionState state,
        Instant expiresAt) {}
