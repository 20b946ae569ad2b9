/** What a merchant compiles against: the facade, its configuration and its Guice module. */
@NullMarked
package id.dompet;

import org.jspecify.annotations.NullMarked;
