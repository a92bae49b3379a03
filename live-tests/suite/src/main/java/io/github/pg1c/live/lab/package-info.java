/**
 * Test hosts: a laboratory with a switch and hosts of a release of Debian, each with systemd as process 1, a disk, a
 * network cable and a way in for administrators, and everything that can happen to a host.
 *
 * <p>Everything here needs root on Linux, and everything is gone when the Java process is, however it ended.
 */
@NullMarked
package io.github.pg1c.live.lab;

import org.jspecify.annotations.NullMarked;
