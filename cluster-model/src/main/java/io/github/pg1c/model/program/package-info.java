/** What a host gets before the cluster: where programs and packages come from, users of the system. */
@NullMarked
package io.github.pg1c.model.program;

import org.jspecify.annotations.NullMarked;
