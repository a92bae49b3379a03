/**
 * Common parts of Patroni's protocol: versions and their features, raw pieces of JSON, and the exceptions for missing
 * answers.
 */
@NullMarked
package io.github.pg1c.patroni.protocol;

import org.jspecify.annotations.NullMarked;
