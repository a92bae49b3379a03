@NullMarked
package io.github.pg1c.tuning.explain;

import org.jspecify.annotations.NullMarked;
