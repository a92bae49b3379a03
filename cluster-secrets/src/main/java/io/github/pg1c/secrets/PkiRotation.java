package io.github.pg1c.secrets;

import io.github.pg1c.pki.store.Rotation;

/**
 * What a step in the replacement of an authority's key did.
 *
 * @param rotation the phase that is reached, and whether it is complete
 * @param change what was written and which files nodes must get
 * @since 0.1
 */
public record PkiRotation(Rotation rotation, PkiChange change) {}
