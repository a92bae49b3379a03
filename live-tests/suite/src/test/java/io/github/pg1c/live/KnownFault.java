package io.github.pg1c.live;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test shows a fault of the product that is known and not mended yet. It must fail in the way of that fault and
 * is then reported as skipped with the fault's name; a test that passes, or fails in another way, fails the build.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(KnownFaultExtension.class)
@interface KnownFault {

    /** The fault, as a sentence. */
    String value();

    /** Words by which the fault is known; the message of the failure has some of them. */
    String[] shownBy();
}
