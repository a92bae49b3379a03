package io.github.pg1c.patroni.internal.http;

/** The result of a request. */
public sealed interface Exchange permits Answer, NoAnswer, Withheld {}
