/** Reads the specifications of a goal, and reports their problems. */
@NullMarked
package io.github.pg1c.maven.specification;

import org.jspecify.annotations.NullMarked;
