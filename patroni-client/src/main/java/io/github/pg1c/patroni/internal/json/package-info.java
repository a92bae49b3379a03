/** JSON with Jackson, and time stamps. */
@NullMarked
package io.github.pg1c.patroni.internal.json;

import org.jspecify.annotations.NullMarked;
