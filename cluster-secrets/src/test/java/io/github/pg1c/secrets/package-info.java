/**
 * Tests of the secrets store and of the certificates' life. Clusters come from {@link
 * io.github.pg1c.secrets.SecretClusters}, files are compared by {@link io.github.pg1c.secrets.Contents}.
 */
@NullMarked
package io.github.pg1c.secrets;

import org.jspecify.annotations.NullMarked;
