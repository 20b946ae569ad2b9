/**
 * What every command shares: the terminal, sentences for people, the exit status, the version.
 * Knows no command.
 */
@NullMarked
package id.dompet.sandbox.cli;

import org.jspecify.annotations.NullMarked;
