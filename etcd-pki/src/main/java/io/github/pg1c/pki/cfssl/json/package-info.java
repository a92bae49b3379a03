/** Reads JSON as Go does, and keeps the place of every value. */
@NullMarked
package io.github.pg1c.pki.cfssl.json;

import org.jspecify.annotations.NullMarked;
