package io.github.pg1c.maven.certificates;

import io.github.pg1c.maven.speech.GoalResult;

/** A goal for the certificates of one cluster. */
@FunctionalInterface
public interface CertificateGoal {

    /**
     * Runs the goal.
     *
     * @throws io.github.pg1c.pki.PkiException when the store cannot be used or refuses
     * @throws io.github.pg1c.base.file.FileException when files cannot be read or written
     */
    GoalResult on(CertificateSession session);
}
