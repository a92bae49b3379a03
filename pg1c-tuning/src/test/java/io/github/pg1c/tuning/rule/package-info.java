@NullMarked
package io.github.pg1c.tuning.rule;

import org.jspecify.annotations.NullMarked;
