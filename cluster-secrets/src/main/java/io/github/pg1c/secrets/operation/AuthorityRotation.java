package io.github.pg1c.secrets.operation;

import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import io.github.pg1c.secrets.PkiRotation;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces the key of an authority in three steps: the nodes trust the new key, the new key issues all certificates
 * again, the old key is no longer trusted. Each run takes one step. Before the next step every node must have the files
 * that the result names and use them.
 *
 * <pre>{@code
 * AuthorityRotation rotation = new AuthorityRotation("cluster");
 * AuthorityRotation.Result step = rotation.run(pki, rotation.plan(pki), clock, random);
 * step.deliver().forEach(file -> install(file));
 * }</pre>
 *
 * @param authority its name, one of {@link ClusterPki#authorities()}
 * @since 0.1
 */
public record AuthorityRotation(String authority) {

    /**
     * A rotation of this authority.
     *
     * @throws IllegalArgumentException when there is no such authority
     */
    public AuthorityRotation {
        if (!ClusterPki.authorities().contains(authority)) {
            throw new IllegalArgumentException("there is no authority \"" + authority + "\"");
        }
    }

    /**
     * The next step.
     *
     * @param reached the phase in which the authority is
     * @param next the phase after the step
     * @param obstacles everything that prevents it
     * @since 0.1
     */
    public record Plan(RotationPhase reached, RotationPhase next, List<CertificateObstacle> obstacles)
            implements PkiOperationPlan {

        /** Copies the list. */
        public Plan {
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * The result of a step.
     *
     * @since 0.1
     */
    public sealed interface Result {

        /** What was written. */
        PkiChange change();

        /** All files of this phase that nodes must get, including those that a killed run changed. */
        List<SecretFile> deliver();

        /**
         * The step is taken.
         *
         * @param reached the phase in which the authority is now
         * @param generation the number of the key that issues
         */
        record Taken(PkiChange change, List<SecretFile> deliver, RotationPhase reached, int generation)
                implements Result {}

        /** The step is taken; an external authority must answer before the next one. */
        record AnswersAwaited(PkiChange change, List<SecretFile> deliver) implements Result {}

        /** The step is not taken: files of the step before it were missing and were completed. */
        record PrecedingCompleted(PkiChange change, List<SecretFile> deliver) implements Result {}
    }

    /** Reads the store and names the next step. Changes nothing. */
    public Plan plan(ClusterPki pki) {
        List<CertificateObstacle> missing = CertificateObstacle.AuthorityIsMissing.of(authority, pki);
        if (!missing.isEmpty()) {
            return new Plan(RotationPhase.SETTLED, after(RotationPhase.SETTLED), missing);
        }
        RotationPhase reached = pki.exists() ? pki.phase(authority) : RotationPhase.SETTLED;
        return new Plan(
                reached,
                after(reached),
                pki.exists() ? List.of() : List.of(new CertificateObstacle.NoCertificates(pki.directory())));
    }

    /**
     * Takes the step of the plan.
     *
     * @param plan from {@link #plan}, without obstacles
     * @throws io.github.pg1c.secrets.PassphraseException when the passphrase of the authorities' keys is missing or
     *     wrong; nothing was changed
     */
    public Result run(ClusterPki pki, Plan plan, Clock clock, SecureRandom random) {
        PkiRotation step = pki.rotate(authority, plan.next(), clock, random);
        RotationPhase reached = step.rotation().phase();
        Set<SecretFile> files = new LinkedHashSet<>(
                reached == RotationPhase.REISSUED ? pki.certified(authority) : pki.trusting(authority));
        files.addAll(step.change().deliver());
        List<SecretFile> deliver = List.copyOf(files);
        if (reached != plan.next()) {
            return new Result.PrecedingCompleted(step.change(), deliver);
        }
        return step.rotation().complete()
                ? new Result.Taken(
                        step.change(), deliver, reached, step.rotation().generation())
                : new Result.AnswersAwaited(step.change(), deliver);
    }

    private static RotationPhase after(RotationPhase phase) {
        return switch (phase) {
            case SETTLED -> RotationPhase.TRUSTED;
            case TRUSTED -> RotationPhase.REISSUED;
            case REISSUED -> RotationPhase.SETTLED;
        };
    }
}
