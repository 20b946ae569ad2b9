package id.dompet.testkit.conformance.bench;

import id.dompet.model.Binding;
import id.dompet.model.Customer;

/**
 * A customer and the wallet they linked.
 *
 * @param customer whose
 * @param binding the link
 */
public record Linked(Customer customer, Binding binding) {}
