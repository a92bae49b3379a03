@NullMarked
package io.github.pg1c.base;

import org.jspecify.annotations.NullMarked;
