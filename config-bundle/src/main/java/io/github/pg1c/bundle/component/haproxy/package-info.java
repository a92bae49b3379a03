/** HAProxy: the clients' entrance. */
@NullMarked
package io.github.pg1c.bundle.component.haproxy;

import org.jspecify.annotations.NullMarked;
