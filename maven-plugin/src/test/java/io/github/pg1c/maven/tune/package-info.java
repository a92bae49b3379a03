@NullMarked
package io.github.pg1c.maven.tune;

import org.jspecify.annotations.NullMarked;
