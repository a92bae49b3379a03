/**
 * Tests with the real programs on test hosts.
 *
 * <p>They need root and the profile {@code live}. A module for each release of Debian runs them, both at the same
 * time. What is tagged {@code newest} or {@code oldest} needs one release only. What releases of Patroni do
 * differently is expected of each as it is.
 */
@NullMarked
package io.github.pg1c.live;

import org.jspecify.annotations.NullMarked;
