/**
 * Tests with the real programs on test hosts.
 *
 * <p>They need root and the profile {@code live}, which runs them on one release of Debian after the other; the property
 * {@code pg1c.live.generation} names the release. What is tagged {@code newest} needs no second
 * release. What releases of Patroni do differently is expected of each as it is.
 */
@NullMarked
package io.github.pg1c.live;

import org.jspecify.annotations.NullMarked;
