package io.github.pg1c.secrets.operation;

import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.ReissueReason;
import io.github.pg1c.secrets.CertificateIds;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Issues certificates again: those that are named, or else those that are due.
 *
 * @param certificates ids, with {@code *} for any characters; those that are due, if empty
 * @param rekey true for new keys
 * @since 0.1
 */
public record CertificateRenewal(List<String> certificates, boolean rekey) {

    /** Copies the list. */
    public CertificateRenewal {
        certificates = List.copyOf(certificates);
    }

    /** A renewal of what is due, with the same keys. */
    public static CertificateRenewal ofDue() {
        return new CertificateRenewal(List.of(), false);
    }

    /**
     * What would be issued.
     *
     * @param certificates ids; {@code *} in the request is resolved
     * @param rows the inventory, without copies of what is trusted or revoked
     * @param expiringAuthorities authorities that expire soon and are not renewed
     * @param obstacles everything that prevents it
     * @since 0.1
     */
    public record Plan(
            Set<String> certificates,
            List<CertificateStatus> rows,
            List<CertificateStatus> expiringAuthorities,
            List<CertificateObstacle> obstacles)
            implements PkiOperationPlan {

        /** Copies the collections. */
        public Plan {
            certificates = Collections.unmodifiableSet(new LinkedHashSet<>(certificates));
            rows = List.copyOf(rows);
            expiringAuthorities = List.copyOf(expiringAuthorities);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * The result of a renewal.
     *
     * @since 0.1
     */
    public sealed interface Result {

        /** What was written and which files nodes must get. */
        PkiChange change();

        /**
         * Certificates were issued again.
         *
         * @param certificates how many
         */
        record Renewed(PkiChange change, int certificates) implements Result {}

        /**
         * Nothing was due.
         *
         * @param next the moment from which the first certificate is due; empty when there is none
         */
        record NothingDue(PkiChange change, Optional<Instant> next) implements Result {}

        /**
         * An external authority has to answer first.
         *
         * @param certificates ids of those that wait
         */
        record Awaited(PkiChange change, Set<String> certificates) implements Result {}
    }

    /** Reads the store and decides what would be issued. Changes nothing. */
    public Plan plan(ClusterPki pki, Clock clock) {
        if (!pki.exists()) {
            return new Plan(
                    Set.of(), List.of(), List.of(), List.of(new CertificateObstacle.NoCertificates(pki.directory())));
        }
        List<CertificateStatus> rows = pki.report(clock).stream()
                .filter(row -> !CertificateIds.isCopy(row.id()))
                .toList();
        if (certificates.isEmpty()) {
            return new Plan(due(rows), rows, expiring(rows), List.of());
        }
        List<CertificateObstacle> obstacles = new ArrayList<>();
        Set<String> ids = new CertificateSelector(rows, obstacles).ids(certificates);
        List<String> authorities = ids.stream()
                .filter(CertificateIds::isAuthority)
                .map(CertificateIds::authority)
                .toList();
        if (rekey) {
            authorities.forEach(name -> obstacles.add(new CertificateObstacle.AuthorityNeedsRotation(name)));
        }
        authorities.stream()
                .filter(pki.outside()::contains)
                .forEach(name -> obstacles.add(new CertificateObstacle.AuthorityIsOutside(name)));
        return new Plan(ids, rows, List.of(), obstacles);
    }

    /**
     * Issues what the plan says.
     *
     * @param plan from {@link #plan}, without obstacles
     * @throws io.github.pg1c.secrets.PassphraseException when the passphrase of the authorities' keys is missing or
     *     wrong; nothing was changed
     */
    public Result run(ClusterPki pki, Plan plan, Clock clock, SecureRandom random) {
        return result(plan, change(pki, plan, clock, random));
    }

    private PkiChange change(ClusterPki pki, Plan plan, Clock clock, SecureRandom random) {
        if (rekey) {
            return pki.rekey(plan.certificates(), clock, random);
        }
        return certificates.isEmpty() ? pki.ensure(clock, random) : pki.renew(plan.certificates(), clock, random);
    }

    private static Result result(Plan plan, PkiChange change) {
        Set<String> awaited = change.issuances().stream()
                .filter(issuance ->
                        issuance.action() == Issuance.Action.REQUESTED || issuance.action() == Issuance.Action.AWAITED)
                .map(Issuance::id)
                .filter(id -> !CertificateIds.isCopy(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!awaited.isEmpty()) {
            return new Result.Awaited(change, awaited);
        }
        long renewed = change.issuances().stream()
                .filter(Issuance::changes)
                .filter(issuance -> !CertificateIds.isCopy(issuance.id()))
                .count();
        return renewed == 0 && change.files().isEmpty()
                ? new Result.NothingDue(change, firstDue(plan.rows()))
                : new Result.Renewed(change, Math.toIntExact(renewed));
    }

    private static Optional<Instant> firstDue(List<CertificateStatus> rows) {
        return rows.stream()
                .filter(row -> !CertificateIds.isAuthority(row.id()))
                .flatMap(row -> row.dueFrom().stream())
                .min(Instant::compareTo);
    }

    private static Set<String> due(List<CertificateStatus> rows) {
        return rows.stream()
                .filter(row -> row.next().changes() || row.next().action() == Issuance.Action.AWAITED)
                .map(CertificateStatus::id)
                .filter(id -> !CertificateIds.isAuthority(id) && !CertificateIds.isRevocationList(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<CertificateStatus> expiring(List<CertificateStatus> rows) {
        return rows.stream()
                .filter(row -> CertificateIds.isAuthority(row.id()))
                .filter(row -> row.next().reasons().contains(ReissueReason.EXPIRING))
                .toList();
    }
}
