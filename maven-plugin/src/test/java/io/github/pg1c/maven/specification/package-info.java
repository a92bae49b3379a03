@NullMarked
package io.github.pg1c.maven.specification;

import org.jspecify.annotations.NullMarked;
