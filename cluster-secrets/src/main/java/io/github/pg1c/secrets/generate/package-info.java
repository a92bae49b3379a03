/**
 * From a specification to files: a bundle, and the secrets that belong to it.
 */
@NullMarked
package io.github.pg1c.secrets.generate;

import org.jspecify.annotations.NullMarked;
