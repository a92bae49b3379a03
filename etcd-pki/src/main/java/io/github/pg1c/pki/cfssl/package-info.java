/**
 * cfssl as a library: the same JSON files in, the same files, modes and JSON out, without the program and without its
 * silences.
 * Start with {@link io.github.pg1c.pki.cfssl.Cfssl}; a new cluster is better described by a {@link
 * io.github.pg1c.pki.plan.CertificatePlan}.
 */
@NullMarked
package io.github.pg1c.pki.cfssl;

import org.jspecify.annotations.NullMarked;
