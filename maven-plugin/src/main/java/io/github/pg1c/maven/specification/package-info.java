/** Reads the specifications that a goal is about, and reports their problems. */
@NullMarked
package io.github.pg1c.maven.specification;

import org.jspecify.annotations.NullMarked;
