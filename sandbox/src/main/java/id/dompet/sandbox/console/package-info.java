/**
 * The console of {@code dompet sandbox}: what the simulated providers know and do, as pages, as
 * JSON and for {@code dompet trigger}. {@link id.dompet.sandbox.console.Console} serves it; {@link
 * id.dompet.sandbox.console.Provider} is what one simulator can be asked and told, and {@link
 * id.dompet.sandbox.console.Actions} everything that can be done, once for all three.
 */
@NullMarked
package id.dompet.sandbox.console;

import org.jspecify.annotations.NullMarked;
