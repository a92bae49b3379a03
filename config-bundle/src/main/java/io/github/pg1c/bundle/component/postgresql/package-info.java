/** PostgreSQL: access, databases and roles. */
@NullMarked
package io.github.pg1c.bundle.component.postgresql;

import org.jspecify.annotations.NullMarked;
