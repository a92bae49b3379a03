/** The dynamic configuration that all members share: its values, changes of it, and what a change would do. */
@NullMarked
package io.github.pg1c.patroni.config;

import org.jspecify.annotations.NullMarked;
