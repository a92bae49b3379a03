/**
 * The installer run for real: by a shell, as root, against a root directory of its own.
 * {@link io.github.pg1c.bundle.install.NodeRoot} is that directory.
 */
@NullMarked
package io.github.pg1c.bundle.install;

import org.jspecify.annotations.NullMarked;
