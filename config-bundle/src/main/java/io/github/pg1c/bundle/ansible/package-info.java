/** The playbook that brings the bundle to its nodes: its plays are the components', its delivery is everybody's. */
@NullMarked
package io.github.pg1c.bundle.ansible;

import org.jspecify.annotations.NullMarked;
