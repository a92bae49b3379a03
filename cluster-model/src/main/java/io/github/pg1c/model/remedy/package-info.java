/** What would fit instead of what the specification gives: found by calculating again. */
@NullMarked
package io.github.pg1c.model.remedy;

import org.jspecify.annotations.NullMarked;
