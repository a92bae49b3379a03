/** What the client of Patroni and the catalogue of parameters must agree on. Not part of any artifact. */
@NullMarked
package io.github.pg1c.patroni.internal.config;

import org.jspecify.annotations.NullMarked;
