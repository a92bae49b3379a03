/**
 * The secrets of one cluster on disk: {@link io.github.pg1c.secrets.ClusterPki} looks after the certificates, {@link
 * io.github.pg1c.secrets.SecretStore} after all of them.
 */
@NullMarked
package io.github.pg1c.secrets;

import org.jspecify.annotations.NullMarked;
