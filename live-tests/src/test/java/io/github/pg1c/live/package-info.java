/**
 * Tests with the real programs on test hosts.
 *
 * <p>They need root and the profile {@code live}.
 */
@NullMarked
package io.github.pg1c.live;

import org.jspecify.annotations.NullMarked;
