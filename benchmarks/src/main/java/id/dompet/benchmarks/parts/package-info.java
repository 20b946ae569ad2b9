/** The parts, each beside the bare work on the same bytes, with JMH. */
@NullMarked
package id.dompet.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
