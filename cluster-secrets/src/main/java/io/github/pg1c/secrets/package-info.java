/**
 * The secrets of one cluster on disk: {@link io.github.pg1c.secrets.ClusterPki} manages the certificates,
 * {@link io.github.pg1c.secrets.SecretStore} all of them.
 */
@NullMarked
package io.github.pg1c.secrets;

import org.jspecify.annotations.NullMarked;
