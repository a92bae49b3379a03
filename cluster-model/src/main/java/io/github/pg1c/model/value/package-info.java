/** Names, durations and versions in a specification, each with its grammar. */
@NullMarked
package io.github.pg1c.model.value;

import org.jspecify.annotations.NullMarked;
