/** The way into a running cluster: from a specification and its secrets directory, or from addresses. */
@NullMarked
package io.github.pg1c.ops.connect;

import org.jspecify.annotations.NullMarked;
