/**
 * Reads settings from files, environment and system properties, checks them against what core and
 * the plugins declare, and reports every problem at once. Internal: may change in any release.
 */
@NullMarked
package id.dompet.internal.config;

import org.jspecify.annotations.NullMarked;
