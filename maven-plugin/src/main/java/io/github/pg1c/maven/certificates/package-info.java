/**
 * Looks after certificates through {@link io.github.pg1c.secrets.ClusterPki}: what is shown, what is asked before, what has to be delivered to which node afterwards. Every
 * {@link io.github.pg1c.maven.certificates.CertificateGoal} ends in success only when what was asked for is done.
 */
@NullMarked
package io.github.pg1c.maven.certificates;

import org.jspecify.annotations.NullMarked;
