package io.github.pg1c.pki.store;

import java.util.List;

/**
 * The outcome of a step in the replacement of an authority's key.
 *
 * @param authority the name of the authority
 * @param phase the phase it is in now
 * @param generation the number of the generation that issues
 * @param complete true when every certificate and copy of the plan corresponds to the phase; false while answers of an
 *     external authority are awaited
 * @param issuances the action for each certificate and copy of the plan; those that
 *     {@linkplain Issuance#changes() change} must be deployed
 * @since 0.1
 */
public record Rotation(
        String authority, RotationPhase phase, int generation, boolean complete, List<Issuance> issuances) {
    /** Copies the list. */
    public Rotation {
        issuances = List.copyOf(issuances);
    }
}
