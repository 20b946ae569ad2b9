package id.dompet.testkit.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A numbered rule. Numbers are never reused and never change their meaning. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Rule {
    /** Its number, e.g. {@code PAY-03}. */
    String id();

    /** How binding it is. */
    Level level() default Level.MUST;

    /** What a provider has to offer for the rule to apply; all of it. */
    Need[] needs() default {};

    /** What it demands of a provider module, in one sentence. */
    String demands();

    /** What goes wrong for a merchant or a customer without it. */
    String why();

    /** What to look at first in the module when it fails. */
    String check();
}
