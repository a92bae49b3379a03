/**
 * A directory that keeps the certificates of a cluster current: start with {@link io.github.pg1c.pki.store.PkiStore}.
 */
@NullMarked
package io.github.pg1c.pki.store;

import org.jspecify.annotations.NullMarked;
