@NullMarked
package io.github.pg1c.maven.speech;

import org.jspecify.annotations.NullMarked;
