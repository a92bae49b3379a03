/**
 * A simulated Patroni cluster for tests: members with real sockets that answer as releases of Patroni do, move their
 * leader when they are asked to, and fail as a test tells them.
 */
@NullMarked
package io.github.pg1c.patroni.testkit;

import org.jspecify.annotations.NullMarked;
