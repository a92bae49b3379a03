package io.github.pg1c.patroni;

/** Placeholder */
public sealed interface ConfigOutcome permits Refused, NoResponse {}
