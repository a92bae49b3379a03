/**
 * The common types of all operations: the request, its plan with obstacles, events, and the result. All of them are
 * values. This module prints nothing, asks nothing and does not depend on Maven.
 */
@NullMarked
package io.github.pg1c.ops;

import org.jspecify.annotations.NullMarked;
