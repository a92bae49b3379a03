/**
 * Looks at running clusters and operates them through {@link io.github.pg1c.patroni.PatroniClient}: who is connected to, what is shown before and asked,
 * what became of it. Every {@link io.github.pg1c.maven.operate.Operation} ends in success only when the cluster is as the user wanted it.
 */
@NullMarked
package io.github.pg1c.maven.operate;

import org.jspecify.annotations.NullMarked;
