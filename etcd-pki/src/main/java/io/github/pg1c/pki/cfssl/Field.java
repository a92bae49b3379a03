package io.github.pg1c.pki.cfssl;

/** A value and where it was read. */
record Field<T>(T value, Origin origin) {}
