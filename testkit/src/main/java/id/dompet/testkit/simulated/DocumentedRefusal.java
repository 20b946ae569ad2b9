package id.dompet.testkit.simulated;

import id.dompet.testkit.Fault;

/**
 * A documented answer that says no to a request, which is then not carried out.
 *
 * @param code in the provider's own form
 * @param fault makes the next request be answered so
 */
public record DocumentedRefusal(String code, Fault fault) {}
