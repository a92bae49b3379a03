@NullMarked
package io.github.pg1c.maven.parameter;

import org.jspecify.annotations.NullMarked;
