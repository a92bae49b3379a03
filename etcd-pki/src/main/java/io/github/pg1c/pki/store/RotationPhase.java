package io.github.pg1c.pki.store;

/**
 * How far the replacement of an authority's key has come. The phase is what the files in {@code ca/<name>/} are, so a
 * run that was killed is in the phase before or in the one after.
 *
 * @since 0.1
 */
public enum RotationPhase {
    /** There is one generation. */
    SETTLED,
    /**
     * The next generation is trusted and issues nothing yet. Every program has to load the new file of trusted
     * authorities before the next phase: etcd by a rolling restart, the others by a reload.
     */
    TRUSTED,
    /**
     * The next generation issues, and all certificates are its own; the old one is still trusted. Every node has to
     * have its new certificates before the next phase, which is {@link #SETTLED} again; then the files of trusted
     * authorities are loaded once more.
     */
    REISSUED
}
