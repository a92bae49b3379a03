/**
 * The goals about certificates, as {@code pg1c:pki} and {@code pg1c:pki-renew}. They read parameters and print
 * sentences.
 */
@NullMarked
package io.github.pg1c.maven.goal.pki;

import org.jspecify.annotations.NullMarked;
