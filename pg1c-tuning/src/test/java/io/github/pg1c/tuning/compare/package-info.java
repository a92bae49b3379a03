@NullMarked
package io.github.pg1c.tuning.compare;

import org.jspecify.annotations.NullMarked;
