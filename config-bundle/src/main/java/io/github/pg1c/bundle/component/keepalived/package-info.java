/** keepalived: one address over the balancers. */
@NullMarked
package io.github.pg1c.bundle.component.keepalived;

import org.jspecify.annotations.NullMarked;
