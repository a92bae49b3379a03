/** Tests of the forms in which goals show what they were asked for. */
@NullMarked
package io.github.pg1c.maven.output;

import org.jspecify.annotations.NullMarked;
