/** Tests of the state of a running cluster. */
@NullMarked
package io.github.pg1c.ops.state;

import org.jspecify.annotations.NullMarked;
