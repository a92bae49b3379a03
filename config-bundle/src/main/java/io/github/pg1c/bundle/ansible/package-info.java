/** The playbook that brings the bundle to its nodes: components declare the plays, the delivery is common to all. */
@NullMarked
package io.github.pg1c.bundle.ansible;

import org.jspecify.annotations.NullMarked;
