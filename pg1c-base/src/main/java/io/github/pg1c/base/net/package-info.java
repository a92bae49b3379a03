/** Addresses, networks and host names: strict readers that never ask a name server. */
@NullMarked
package io.github.pg1c.base.net;

import org.jspecify.annotations.NullMarked;
