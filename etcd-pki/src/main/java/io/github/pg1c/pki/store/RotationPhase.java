package io.github.pg1c.pki.store;

/**
 * The phase of the replacement of an authority's key. The files in {@code ca/<name>/} determine it, so a killed run
 * leaves the phase before or the one after.
 *
 * @since 0.1
 */
public enum RotationPhase {
    /** There is one generation. */
    SETTLED,
    /**
     * The next generation is trusted and issues nothing yet. Every program must load the new file of trusted
     * authorities before the next phase: etcd by a rolling restart, the others by a reload.
     */
    TRUSTED,
    /**
     * The next generation issues and has issued all certificates; the old one is still trusted. Every node must have
     * its new certificates before the next phase, {@link #SETTLED}. Then the files of trusted authorities are loaded
     * once more.
     */
    REISSUED
}
