/**
 * An authority in memory and its certificates; start with {@link io.github.pg1c.pki.authority.CertificateAuthority}.
 */
@NullMarked
package io.github.pg1c.pki.authority;

import org.jspecify.annotations.NullMarked;
