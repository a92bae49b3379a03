/** Names, durations and versions that a specification is written with, each with its grammar. */
@NullMarked
package io.github.pg1c.model.value;

import org.jspecify.annotations.NullMarked;
