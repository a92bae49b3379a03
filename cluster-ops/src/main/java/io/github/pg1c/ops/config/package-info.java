/** The configuration that all members share: changes, the configuration of the specification, pausing Patroni. */
@NullMarked
package io.github.pg1c.ops.config;

import org.jspecify.annotations.NullMarked;
