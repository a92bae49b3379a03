/** Health checks of a member: questions that are answered with yes (200) or no (503), and why. */
@NullMarked
package io.github.pg1c.patroni.health;

import org.jspecify.annotations.NullMarked;
