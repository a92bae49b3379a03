/** Questions and changes: what is sent to which member, and what is looked at afterwards. */
@NullMarked
package io.github.pg1c.patroni.internal.operation;

import org.jspecify.annotations.NullMarked;
