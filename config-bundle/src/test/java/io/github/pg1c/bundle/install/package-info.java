/**
 * Runs of the installer by a real shell, as root, on the separate root directory
 * {@link io.github.pg1c.bundle.install.NodeRoot}.
 */
@NullMarked
package io.github.pg1c.bundle.install;

import org.jspecify.annotations.NullMarked;
