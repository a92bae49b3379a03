/** Tests that write and compare what the READMEs say of goals: {@code -Dgolden.update=true} rewrites it. */
@NullMarked
package io.github.pg1c.maven.documentation;

import org.jspecify.annotations.NullMarked;
