package id.dompet.testkit.doku;

import java.time.Instant;

/**
 * One refund that was made.
 *
 * @param partnerRefundNo the merchant's number
 * @param refundNo DOKU's number
 * @param amount whole rupiah
 * @param reason the merchant's reason, empty when it gave none
 * @param at when, by the simulator's clock
 */
public record DokuRefund(
        String partnerRefundNo, String refundNo, long amount, String reason, Instant at) {}
