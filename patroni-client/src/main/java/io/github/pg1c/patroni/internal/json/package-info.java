/** JSON as Jackson reads it, and the one form of a time stamp. */
@NullMarked
package io.github.pg1c.patroni.internal.json;

import org.jspecify.annotations.NullMarked;
