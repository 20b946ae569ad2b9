/**
 * A server that answers at once what the provider modules accept and checks nothing, in a process
 * of its own: so fast that what is measured is the client.
 */
@NullMarked
package id.dompet.benchmarks.server;

import org.jspecify.annotations.NullMarked;
