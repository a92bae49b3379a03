/**
 * The scripts of one node, for a POSIX shell: the installer brings the node's files to their places and prints the next
 * steps, and starts nothing; the preparation brings what the installer needs; the collector says what the host has.
 */
@NullMarked
package io.github.pg1c.bundle.install;

import org.jspecify.annotations.NullMarked;
