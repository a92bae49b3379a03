/** The tuning on real servers of every supported version. */
@NullMarked
package io.github.pg1c.tuning.servers;

import org.jspecify.annotations.NullMarked;
