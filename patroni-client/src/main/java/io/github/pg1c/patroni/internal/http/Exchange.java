package io.github.pg1c.patroni.internal.http;

/** What came of a request. */
public sealed interface Exchange permits Answer, NoAnswer, Withheld {}
