/** The answers of goals: tables for people; JSON, YAML and columns with tabs for programs. */
@NullMarked
package io.github.pg1c.maven.output;

import org.jspecify.annotations.NullMarked;
