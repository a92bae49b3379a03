/** Sections of the specification that are PostgreSQL's own: tablespaces, files of its log. */
@NullMarked
package io.github.pg1c.model.postgresql;

import org.jspecify.annotations.NullMarked;
