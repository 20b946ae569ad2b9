/**
 * Starting the simulated providers, and the files from which their clients learn credentials and
 * addresses. The simulators themselves are testkit's.
 */
@NullMarked
package id.dompet.sandbox.simulators;

import org.jspecify.annotations.NullMarked;
