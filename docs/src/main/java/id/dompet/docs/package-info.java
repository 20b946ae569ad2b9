/** The programs that the documents quote. The build runs each of them against the simulators. */
@NullMarked
package id.dompet.docs;

import org.jspecify.annotations.NullMarked;
