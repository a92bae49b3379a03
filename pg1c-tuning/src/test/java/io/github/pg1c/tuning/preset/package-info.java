@NullMarked
package io.github.pg1c.tuning.preset;

import org.jspecify.annotations.NullMarked;
