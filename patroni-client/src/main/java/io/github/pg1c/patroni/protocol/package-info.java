/**
 * What all answers of Patroni have in common: its versions and what they can do, pieces of JSON that this library does
 * not know, and the exceptions for what is no answer.
 */
@NullMarked
package io.github.pg1c.patroni.protocol;

import org.jspecify.annotations.NullMarked;
