package id.dompet.testkit.reference;

import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.TimeSource;

/**
 * What the ports of one instance are made of.
 *
 * @param settings what was configured
 * @param credentials what is kept
 * @param time the clock
 * @param client sends to the provider
 */
public record Parts(
        ProviderSettings settings, Credentials credentials, TimeSource time, ContohClient client) {}
