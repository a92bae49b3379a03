@NullMarked
package io.github.pg1c.tuning.text;

import org.jspecify.annotations.NullMarked;
