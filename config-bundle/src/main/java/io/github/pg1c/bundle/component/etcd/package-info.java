/** etcd: the agreed state of the cluster. */
@NullMarked
package io.github.pg1c.bundle.component.etcd;

import org.jspecify.annotations.NullMarked;
