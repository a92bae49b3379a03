/** What stands in each kind of file: the rules of the domain, checked in the text that is generated. */
@NullMarked
package io.github.pg1c.bundle.render;

import org.jspecify.annotations.NullMarked;
