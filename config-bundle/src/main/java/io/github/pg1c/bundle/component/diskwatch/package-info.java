/** Free space of the database disks: a reserve, and a leader that hands over before its disk is full. */
@NullMarked
package io.github.pg1c.bundle.component.diskwatch;

import org.jspecify.annotations.NullMarked;
