@NullMarked
package io.github.pg1c.base.file;

import org.jspecify.annotations.NullMarked;
