/** The dynamic configuration that all members share: its values, its changes, and the effect of a change. */
@NullMarked
package io.github.pg1c.patroni.config;

import org.jspecify.annotations.NullMarked;
