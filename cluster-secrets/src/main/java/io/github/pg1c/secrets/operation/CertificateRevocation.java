package io.github.pg1c.secrets.operation;

import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.IndexEntry;
import io.github.pg1c.secrets.CertificateIds;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Revokes certificates permanently and issues those that the cluster needs again, with new keys. An id revokes every
 * certificate that was issued for it and has not expired: a renewal keeps the key, and a holder of the key can use each
 * of them.
 *
 * @param certificates ids, with {@code *} for any characters
 * @param serials serial numbers
 * @param reason why
 * @since 0.1
 */
public record CertificateRevocation(List<String> certificates, Set<BigInteger> serials, RevocationReason reason) {

    /** Copies the collections. */
    public CertificateRevocation {
        certificates = List.copyOf(certificates);
        serials = Collections.unmodifiableSet(new LinkedHashSet<>(serials));
    }

    /**
     * What would be revoked.
     *
     * @param certificates serial numbers with the ids they were issued for; empty when all of them were revoked before
     *     or have expired
     * @param obstacles everything that prevents it
     * @since 0.1
     */
    public record Plan(Map<BigInteger, String> certificates, List<CertificateObstacle> obstacles)
            implements PkiOperationPlan {

        /** Copies the collections. */
        public Plan {
            certificates = Collections.unmodifiableMap(new LinkedHashMap<>(certificates));
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * What a revocation did.
     *
     * @param change what was written and which files nodes must get
     * @param revoked how many certificates
     * @param authorities the authorities that had issued them
     * @param firstList whether an authority has its first list, which nodes check only after the next generation
     * @since 0.1
     */
    public record Result(PkiChange change, int revoked, Set<String> authorities, boolean firstList) {

        /** Copies the set. */
        public Result {
            authorities = Collections.unmodifiableSet(new LinkedHashSet<>(authorities));
        }
    }

    /** Reads the store and decides what would be revoked. Changes nothing. */
    public Plan plan(ClusterPki pki, Clock clock) {
        if (!pki.exists()) {
            return new Plan(Map.of(), List.of(new CertificateObstacle.NoCertificates(pki.directory())));
        }
        List<CertificateObstacle> obstacles = new ArrayList<>();
        Instant now = clock.instant();
        List<CertificateStatus> rows = pki.report(clock);
        List<IndexEntry> issued = new ArrayList<>();
        ClusterPki.authorities().forEach(authority -> issued.addAll(pki.issued(authority)));
        Map<BigInteger, String> found = new LinkedHashMap<>();

        Set<String> ids = new CertificateSelector(rows, obstacles).ids(certificates);
        ids.stream()
                .filter(CertificateIds::isAuthority)
                .map(CertificateIds::authority)
                .forEach(name -> obstacles.add(new CertificateObstacle.AuthorityCannotBeRevoked(name)));
        // Stores of the first releases have no list of what they issued before the next run.
        rows.stream()
                .filter(row -> ids.contains(row.id()))
                .forEach(row -> row.serial().ifPresent(serial -> found.put(serial, row.id())));
        issued.stream()
                .filter(entry -> ids.contains(entry.id()) && entry.notAfter().isAfter(now))
                .forEach(entry -> found.put(entry.serial(), entry.id()));
        for (BigInteger serial : serials) {
            issued.stream()
                    .filter(entry -> entry.serial().equals(serial))
                    .findFirst()
                    .ifPresentOrElse(
                            entry -> found.put(serial, entry.id()),
                            () -> obstacles.add(new CertificateObstacle.UnknownSerial(serial)));
        }
        Set<String> outside = pki.outside();
        rows.stream()
                .filter(row -> ids.contains(row.id()) && outside.contains(row.authority()))
                .forEach(row -> obstacles.add(new CertificateObstacle.IssuedOutside(row.id())));
        issued.stream().filter(entry -> entry.revocation().isPresent()).forEach(entry -> found.remove(entry.serial()));
        return new Plan(found, obstacles);
    }

    /**
     * Revokes what the plan says, permanently.
     *
     * @param plan from {@link #plan}, without obstacles
     * @throws io.github.pg1c.secrets.PassphraseException when the passphrase of the authorities' keys is missing or
     *     wrong; nothing was changed
     */
    public Result run(ClusterPki pki, Plan plan, Clock clock, SecureRandom random) {
        Set<BigInteger> revoked = plan.certificates().keySet();
        RevocationLists before = pki.revocationLists();
        PkiChange change = pki.revoke(revoked, reason, clock, random);
        Set<String> authorities = ClusterPki.authorities().stream()
                .filter(name ->
                        pki.issued(name).stream().map(IndexEntry::serial).anyMatch(revoked::contains))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Result(
                change, revoked.size(), authorities, !pki.revocationLists().equals(before));
    }
}
