/** Components of a cluster, one folder each, and the registration that lists them. */
@NullMarked
package io.github.pg1c.bundle.component;

import org.jspecify.annotations.NullMarked;
