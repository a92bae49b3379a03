/** The configuration that all members share: changing it, making it as specified, pausing Patroni. */
@NullMarked
package io.github.pg1c.ops.config;

import org.jspecify.annotations.NullMarked;
