/**
 * Manages certificates through {@link io.github.pg1c.secrets.ClusterPki}: shows them, asks before changes, and lists
 * deliveries to nodes. A {@link io.github.pg1c.maven.certificates.CertificateGoal} succeeds only when the requested
 * action is done.
 */
@NullMarked
package io.github.pg1c.maven.certificates;

import org.jspecify.annotations.NullMarked;
