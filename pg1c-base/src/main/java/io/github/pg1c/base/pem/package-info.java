/** Reads and writes PEM text, certificates and unencrypted PKCS#8 keys with nothing but the JDK. */
@NullMarked
package io.github.pg1c.base.pem;

import org.jspecify.annotations.NullMarked;
