/**
 * What the keys of a specification are and how their values are written; not exported.
 * The YAML reader, the builders, the JSON Schema and the reference page all read the same {@link io.github.pg1c.model.Key} annotations here.
 */
@NullMarked
package io.github.pg1c.model.key;

import org.jspecify.annotations.NullMarked;
