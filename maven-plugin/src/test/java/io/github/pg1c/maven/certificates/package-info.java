@NullMarked
package io.github.pg1c.maven.certificates;

import org.jspecify.annotations.NullMarked;
