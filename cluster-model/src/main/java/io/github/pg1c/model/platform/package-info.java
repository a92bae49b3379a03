/** Operating systems and builds of PostgreSQL as rows: versions, packages, directories, users and units. */
@NullMarked
package io.github.pg1c.model.platform;

import org.jspecify.annotations.NullMarked;
