/** What the specification says of Patroni's members, slots and copies. */
@NullMarked
package io.github.pg1c.model.patroni;

import org.jspecify.annotations.NullMarked;
