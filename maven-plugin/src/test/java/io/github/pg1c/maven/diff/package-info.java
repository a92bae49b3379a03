@NullMarked
package io.github.pg1c.maven.diff;

import org.jspecify.annotations.NullMarked;
