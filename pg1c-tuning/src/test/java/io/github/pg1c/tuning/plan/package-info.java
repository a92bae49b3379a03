@NullMarked
package io.github.pg1c.tuning.plan;

import org.jspecify.annotations.NullMarked;
