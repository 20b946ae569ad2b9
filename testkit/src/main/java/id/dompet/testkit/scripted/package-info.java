/**
 * A provider in memory for merchants' own tests: {@link
 * id.dompet.testkit.scripted.ScriptedProvider} stands behind the real facade, does what a test
 * tells it to, and knows what was really charged. No server, no account, no test framework.
 */
@NullMarked
package id.dompet.testkit.scripted;

import org.jspecify.annotations.NullMarked;
