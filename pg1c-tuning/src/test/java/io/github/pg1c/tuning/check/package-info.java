@NullMarked
package io.github.pg1c.tuning.check;

import org.jspecify.annotations.NullMarked;
