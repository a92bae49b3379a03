@NullMarked
package io.github.pg1c.tuning.catalogue;

import org.jspecify.annotations.NullMarked;
