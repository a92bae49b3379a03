/** What a component declares of a node: files, secret files, users, directories, programs; values without behaviour. */
@NullMarked
package io.github.pg1c.bundle.part;

import org.jspecify.annotations.NullMarked;
