/**
 * What all operations have in common: a request is a value, its plan says what would be done and what stands against
 * it, events tell what happens, and the result is a value, too. Nothing here prints, asks or knows Maven.
 */
@NullMarked
package io.github.pg1c.ops;

import org.jspecify.annotations.NullMarked;
