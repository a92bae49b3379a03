/** Questions and changes: requests to members, and observations afterwards. */
@NullMarked
package io.github.pg1c.patroni.internal.operation;

import org.jspecify.annotations.NullMarked;
