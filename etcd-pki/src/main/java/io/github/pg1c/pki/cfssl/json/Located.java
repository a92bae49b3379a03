package io.github.pg1c.pki.cfssl.json;

/** A value and its place. */
public record Located<T>(T value, InputPlace origin) {}
