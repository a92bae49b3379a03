/** An etcd cluster outside of the specification. */
@NullMarked
package io.github.pg1c.model.etcd;

import org.jspecify.annotations.NullMarked;
