/** The content of certificates, and the rules that each new one must obey. */
@NullMarked
package io.github.pg1c.pki.x509;

import org.jspecify.annotations.NullMarked;
