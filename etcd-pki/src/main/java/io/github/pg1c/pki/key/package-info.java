/** Keys in every form that programs write, and the functions of Bouncy Castle for them. */
@NullMarked
package io.github.pg1c.pki.key;

import org.jspecify.annotations.NullMarked;
