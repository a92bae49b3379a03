/**
 * Keys of a specification and the spelling of their values; not exported.
 *
 * <p>The YAML reader, the builder, the JSON Schema and the reference page all read the same
 * {@link io.github.pg1c.model.key.Key} annotations.
 */
@NullMarked
package io.github.pg1c.model.key;

import org.jspecify.annotations.NullMarked;
