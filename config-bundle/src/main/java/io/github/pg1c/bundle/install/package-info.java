/**
 * The installer of one node: a POSIX shell script that brings the node's files to their places and says what comes
 * next. It starts nothing: the order of start is the runbook's.
 */
@NullMarked
package io.github.pg1c.bundle.install;

import org.jspecify.annotations.NullMarked;
