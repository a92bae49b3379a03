/** Operations on certificates against a real store in a temporary directory. */
@NullMarked
package io.github.pg1c.secrets.operation;

import org.jspecify.annotations.NullMarked;
