/**
 * Histories of writes, and the checker that compares a history with the rows of the cluster at the end.
 *
 * <p>A client <em>invokes</em> an operation, and the operation ends in one of three ways. The server
 * <em>acknowledges</em> it: the row must be there from now on. The server refuses it, and it has <em>failed</em>: the
 * row must never be there. Or the client does not learn the outcome, which is <em>unknown</em>: the row may be there or
 * not. The words are those of Jepsen and of Knossos, whose histories say {@code invoke}, {@code ok}, {@code fail} and
 * {@code info}.
 *
 * <p>Nothing here knows a database or reads a clock.
 *
 * @see <a href="https://jepsen.io/consistency">Jepsen: consistency models</a>
 */
@NullMarked
package io.github.pg1c.live.history;

import org.jspecify.annotations.NullMarked;
