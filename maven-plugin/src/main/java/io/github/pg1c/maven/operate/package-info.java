/**
 * Sentences about running clusters. The user's parameters become an operation of {@code io.github.pg1c.ops}; its plan,
 * events and result become sentences in the user's language. The decisions are in the operations.
 */
@NullMarked
package io.github.pg1c.maven.operate;

import org.jspecify.annotations.NullMarked;
