/**
 * Tests of the secrets store and of the certificates' life. {@link io.github.pg1c.secrets.SecretClusters} has the
 * clusters.
 */
@NullMarked
package io.github.pg1c.secrets;

import org.jspecify.annotations.NullMarked;
