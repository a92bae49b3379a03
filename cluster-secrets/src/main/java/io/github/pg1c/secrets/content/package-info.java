/**
 * What the secrets are made of: random passwords, verifiers, the text of files, the plan of the certificates.
 */
@NullMarked
package io.github.pg1c.secrets.content;

import org.jspecify.annotations.NullMarked;
