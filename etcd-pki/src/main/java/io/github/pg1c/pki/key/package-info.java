/** Keys in every form that programs write them, and what only Bouncy Castle knows of them. */
@NullMarked
package io.github.pg1c.pki.key;

import org.jspecify.annotations.NullMarked;
