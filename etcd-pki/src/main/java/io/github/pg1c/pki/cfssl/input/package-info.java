/** The JSON input files of cfssl, and their problems. */
@NullMarked
package io.github.pg1c.pki.cfssl.input;

import org.jspecify.annotations.NullMarked;
