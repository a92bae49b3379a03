@NullMarked
package io.github.pg1c.base.text;

import org.jspecify.annotations.NullMarked;
