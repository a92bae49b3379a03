package io.github.pg1c.secrets.operation;

import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Imports what an external authority sent, all of it or nothing. {@link CertificateFiles} reads the forms in which
 * authorities send certificates.
 *
 * @since 0.1
 */
public sealed interface OutsideImport {

    /**
     * The authority's own certificate.
     *
     * @param authority its name; the only external one, if empty
     * @param chain PEM, its certificate first, then those above it up to the root
     */
    record OfAuthority(Optional<String> authority, String chain) implements OutsideImport {}

    /**
     * Answers to signing requests.
     *
     * @param certificates PEM, each with those above it or without
     */
    record OfAnswers(List<String> certificates) implements OutsideImport {
        /** Copies the list. */
        public OfAnswers {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * Revocation lists.
     *
     * @param authority its name; the only external one, if empty
     * @param file the authority's list with those of the authorities above it in PEM, or one list in DER
     */
    record OfRevocationLists(Optional<String> authority, byte[] file) implements OutsideImport {
        /** Copies the octets. */
        public OfRevocationLists {
            file = file.clone();
        }

        @Override
        public byte[] file() {
            return file.clone();
        }
    }

    /**
     * What would be imported.
     *
     * @param authority the authority that is meant; empty for answers, and where there is an obstacle
     * @param obstacles everything that prevents it
     * @since 0.1
     */
    record Plan(Optional<String> authority, List<CertificateObstacle> obstacles) implements PkiOperationPlan {

        /** Copies the list. */
        public Plan {
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * What was imported.
     *
     * @param change what was written and which files nodes must get
     * @param certificates how many answers were imported
     * @param unanswered how many requests still wait for an answer
     * @param phase the phase of the authority afterwards: {@link RotationPhase#TRUSTED} when its certificate has a new
     *     key, so that both keys are trusted until the next step of {@link AuthorityRotation}; empty for answers
     * @since 0.1
     */
    record Result(PkiChange change, int certificates, int unanswered, Optional<RotationPhase> phase) {}

    /** Reads the store and decides which authority is meant. Changes nothing. */
    default Plan plan(ClusterPki pki) {
        List<String> outside = List.copyOf(pki.outside());
        if (outside.isEmpty()) {
            return new Plan(Optional.empty(), List.of(new CertificateObstacle.NobodyOutside()));
        }
        if (this instanceof OfAnswers) {
            return new Plan(Optional.empty(), List.of());
        }
        Optional<String> meant = named().map(
                        name -> outside.contains(name) ? Optional.of(name) : Optional.<String>empty())
                .orElseGet(() -> outside.size() == 1 ? Optional.of(outside.get(0)) : Optional.empty());
        return new Plan(
                meant, meant.isPresent() ? List.of() : List.of(new CertificateObstacle.AuthorityNotChosen(outside)));
    }

    /**
     * Imports it.
     *
     * @param plan from {@link #plan}, without obstacles
     * @throws io.github.pg1c.pki.PkiException when a part of it does not match the requests; nothing was changed
     */
    default Result run(ClusterPki pki, Plan plan, Clock clock, SecureRandom random) {
        PkiChange change = change(pki, plan, clock, random);
        long taken = change.issuances().stream()
                .filter(issuance -> issuance.action() == Issuance.Action.IMPORTED)
                .count();
        return new Result(
                change,
                Math.toIntExact(taken),
                pki.signingRequests().size(),
                plan.authority().map(pki::phase));
    }

    private PkiChange change(ClusterPki pki, Plan plan, Clock clock, SecureRandom random) {
        if (this instanceof OfAuthority one) {
            return pki.importAuthority(plan.authority().orElseThrow(), one.chain(), clock, random);
        }
        if (this instanceof OfRevocationLists lists) {
            return pki.importRevocationLists(plan.authority().orElseThrow(), lists.file(), clock, random);
        }
        return pki.importCertificates(((OfAnswers) this).certificates(), clock, random);
    }

    private Optional<String> named() {
        if (this instanceof OfAuthority one) {
            return one.authority();
        }
        return this instanceof OfRevocationLists lists ? lists.authority() : Optional.empty();
    }
}
