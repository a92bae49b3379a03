/**
 * Patroni's own rules for the dynamic configuration: the keys it reads, the merge of a patch, and the need of a
 * restart.
 */
@NullMarked
package io.github.pg1c.patroni.internal.config;

import org.jspecify.annotations.NullMarked;
