package io.github.pg1c.pki.cfssl.json;

/** A value and where it was read. */
public record Located<T>(T value, InputPlace origin) {}
