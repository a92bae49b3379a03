/** The content of keys, requests and certificates, made from profile and request as cfssl does. */
@NullMarked
package io.github.pg1c.pki.cfssl.certificate;

import org.jspecify.annotations.NullMarked;
