package io.github.pg1c.model.key;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of the specification, on the record component that holds it.
 *
 * <p>The YAML reader, the JSON Schema and the reference page read these annotations, so each of them has every key.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

    /** What the key means, in English: one sentence, with its unit. */
    String en();

    /** The same sentence in Russian. */
    String ru();

    /**
     * The value used when the key is absent, written as in YAML; empty when the key is mandatory or has no fixed
     * default.
     */
    String otherwise() default "";

    /** An example value to copy. */
    String example() default "";

    /**
     * Whether the key must be present; a key with neither a default nor this flag takes its default from the
     * platform.
     */
    boolean required() default false;
}
