package io.github.pg1c.patroni;

/** What came of a request. */
sealed interface Reply permits Answer, Silence {}
