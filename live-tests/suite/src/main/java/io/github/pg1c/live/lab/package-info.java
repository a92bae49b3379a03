/**
 * Test hosts: a laboratory with a switch and hosts of a release of Debian, each with systemd as process 1, a disk, a
 * network cable and SSH access for administrators; and the faults of a host.
 *
 * <p>All of it needs root on Linux, and nothing is left after the end of the Java process, however it ended.
 */
@NullMarked
package io.github.pg1c.live.lab;

import org.jspecify.annotations.NullMarked;
