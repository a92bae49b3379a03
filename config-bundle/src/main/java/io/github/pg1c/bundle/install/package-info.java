/**
 * The installer of one node: a POSIX shell script that brings the node's files to their places and prints the next
 * steps. It starts nothing: the runbook has the order of start.
 */
@NullMarked
package io.github.pg1c.bundle.install;

import org.jspecify.annotations.NullMarked;
