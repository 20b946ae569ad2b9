/**
 * The rules, group by group, in the order of {@code docs/rules.md}: each class is the next link of
 * a chain that ends in {@link id.dompet.testkit.conformance.ProviderConformance}. Not for others to
 * extend, and no part of the testkit's compatibility promise.
 */
@NullMarked
package id.dompet.testkit.conformance.rules;

import org.jspecify.annotations.NullMarked;
