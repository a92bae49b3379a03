/** The access to a running cluster: by a specification and its secrets directory, or by addresses. */
@NullMarked
package io.github.pg1c.ops.connect;

import org.jspecify.annotations.NullMarked;
