/**
 * cfssl as a library: the same JSON input, and the same files, modes and JSON output, without the program and with
 * complete diagnostics. Start with {@link io.github.pg1c.pki.cfssl.Cfssl}; a new cluster is better described by a
 * {@link io.github.pg1c.pki.plan.CertificatePlan}.
 */
@NullMarked
package io.github.pg1c.pki.cfssl;

import org.jspecify.annotations.NullMarked;
