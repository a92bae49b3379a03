/**
 * Patroni's own rules for the dynamic configuration: the keys it reads, how it merges a patch, what needs a restart.
 */
@NullMarked
package io.github.pg1c.patroni.internal.config;

import org.jspecify.annotations.NullMarked;
