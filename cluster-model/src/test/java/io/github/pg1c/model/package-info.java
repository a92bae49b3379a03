/**
 * Value types, derived facts and the builder.
 * The reader's and the rules' tests are in the packages below.
 */
@NullMarked
package io.github.pg1c.model;

import org.jspecify.annotations.NullMarked;
