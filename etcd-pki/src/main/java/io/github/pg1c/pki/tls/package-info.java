/** Certificates for the JDK's TLS; start with {@link io.github.pg1c.pki.tls.TlsIdentity}. */
@NullMarked
package io.github.pg1c.pki.tls;

import org.jspecify.annotations.NullMarked;
