@NullMarked
package io.github.pg1c.base.pem;

import org.jspecify.annotations.NullMarked;
