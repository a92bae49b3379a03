/**
 * Test hosts: network namespaces with Debian's file system, on which generated units run as systemd would run them.
 *
 * <p>Everything here needs root on Linux, and everything is gone when the Java process is, however it ended.
 */
@NullMarked
package io.github.pg1c.live;

import org.jspecify.annotations.NullMarked;
