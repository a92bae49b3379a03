/** Health checks of a member: yes-or-no questions, and the reasons of the answers. */
@NullMarked
package io.github.pg1c.patroni.health;

import org.jspecify.annotations.NullMarked;
