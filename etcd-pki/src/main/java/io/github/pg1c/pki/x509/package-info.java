/** What stands in certificates, and the rules that each new one is checked against. */
@NullMarked
package io.github.pg1c.pki.x509;

import org.jspecify.annotations.NullMarked;
