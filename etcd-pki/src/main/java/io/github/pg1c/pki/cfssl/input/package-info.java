/** The JSON files that cfssl is given, and what may be wrong with them. */
@NullMarked
package io.github.pg1c.pki.cfssl.input;

import org.jspecify.annotations.NullMarked;
