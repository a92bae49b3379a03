/**
 * Tests with the real programs on test hosts.
 *
 * <p>They need root and the profile {@code live}. A module for each release of Debian runs them, both at the same time.
 * Tests tagged {@code newest} or {@code oldest} need one release only. Differences between releases of Patroni are
 * expected for each release.
 */
@NullMarked
package io.github.pg1c.live;

import org.jspecify.annotations.NullMarked;
