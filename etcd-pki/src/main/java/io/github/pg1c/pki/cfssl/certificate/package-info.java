/** What cfssl writes into keys, requests and certificates, from the profile and the request. */
@NullMarked
package io.github.pg1c.pki.cfssl.certificate;

import org.jspecify.annotations.NullMarked;
