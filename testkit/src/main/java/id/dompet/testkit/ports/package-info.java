/**
 * For the unit tests of provider modules: the three things that core hands to a port, with the
 * strictness of the real ones and without a network. Whether a module keeps the rules is for the
 * conformance suite to say; these are for its own tests, one port at a time.
 */
@NullMarked
package id.dompet.testkit.ports;

import org.jspecify.annotations.NullMarked;
