/** What the tests of several modules share; nothing here knows the domain. */
@NullMarked
package io.github.pg1c.testing;

import org.jspecify.annotations.NullMarked;
