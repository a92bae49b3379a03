package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.patroni.operation.Refused;

/** A request that was not sent, because a wrong member would have got it. */
public record Withheld(Refused refused) implements Exchange {}
