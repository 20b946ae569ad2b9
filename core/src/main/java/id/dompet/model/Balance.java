package id.dompet.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a linked wallet holds.
 *
 * @param cash money
 * @param points points or coins, in the currency's units; empty if the wallet does not say
 * @param asOf when that was true
 */
public record Balance(Money cash, Optional<Money> points, Instant asOf) {}
