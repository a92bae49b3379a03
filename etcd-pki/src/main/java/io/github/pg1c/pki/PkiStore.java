package io.github.pg1c.pki;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A directory that holds a cluster's authorities and certificates and keeps them current.
 *
 * <p>{@link #ensure} compares the directory with a {@link CertificatePlan} and issues exactly what has a {@link ReissueReason}; a second call issues
 * nothing. Everything is issued in memory and checked before the first file is written, each file is replaced as a whole, and a key is written before its
 * certificate, so that a run which is killed at any moment is completed by the next one.
 *
 * <pre>
 * ca/&lt;name&gt;/ca.pem, ca-key.pem   the authorities; their keys never leave this place
 * (as planned)                  certificates, keys and copies of the authorities' certificates
 * </pre>
 *
 * <p>Files have the mode 0600, directories that the store makes 0700. Symbolic links below the directory are refused, and a lock file keeps a second process out.
 *
 * @since 0.1
 */
public final class PkiStore {
    private final StoreFiles files;

    PkiStore(StoreFiles files) {
        this.files = files;
    }

    /** The store in this directory, which need not exist yet. */
    public static PkiStore at(Path directory) {
        return new PkiStore(new DirectoryFiles(directory));
    }

    /**
     * Issues what has a reason and writes it.
     *
     * @return one entry for each authority, certificate and copy, in the order of the plan
     * @throws PkiException when an authority's files contradict each other, when an authority has ended, or when the directory cannot be written;
     *     nothing was written then, except in the last case
     */
    public List<Issuance> ensure(CertificatePlan plan, IssuancePolicy policy, Clock clock, SecureRandom random) {
        try (StoreFiles.Lock lock = files.lock()) {
            Writes writes = new Writes();
            List<Issuance> done = new ArrayList<>();
            Map<String, CertificateAuthority> authorities = new HashMap<>();
            for (CertificatePlan.Authority planned : plan.authorities()) {
                AuthorityFiles found = AuthorityFiles.read(files, planned);
                CertificateAuthority authority = found.ensure(writes, clock, random);
                authorities.put(planned.name(), authority);
                done.add(found.report(Optional.of(authority), policy, clock.instant()));
            }
            for (CertificatePlan.Certificate planned : plan.certificates()) {
                done.add(ensure(planned, authority(authorities, planned.authority()), policy, clock, random, writes));
            }
            for (CertificatePlan.Trust planned : plan.trusts()) {
                String pem = authority(authorities, planned.authority()).certificatePem();
                Issuance copy = copy(planned, Optional.of(pem));
                if (copy.changes()) {
                    writes.add(planned.file(), pem);
                }
                done.add(copy);
            }
            writes.apply(files);
            plan.authorities().forEach(planned -> files.tighten(AuthorityFiles.key(planned.name())));
            plan.certificates().forEach(planned -> files.tighten(planned.privateKey()));
            return List.copyOf(done);
        }
    }

    /** What {@link #ensure} would do now; writes nothing, not even the lock. */
    public List<Issuance> examine(CertificatePlan plan, IssuancePolicy policy, Clock clock) {
        Instant now = clock.instant();
        List<Issuance> found = new ArrayList<>();
        Map<String, CertificateAuthority> authorities = new HashMap<>();
        for (CertificatePlan.Authority planned : plan.authorities()) {
            AuthorityFiles onDisk = AuthorityFiles.read(files, planned);
            onDisk.authority().ifPresent(authority -> authorities.put(planned.name(), authority));
            found.add(onDisk.report(onDisk.authority(), policy, now));
        }
        for (CertificatePlan.Certificate planned : plan.certificates()) {
            Examination examination = examine(planned, authorities.get(planned.authority()), policy, now);
            found.add(Issuance.of(planned.id(), examination.action(), examination.reasons(), examination.keptUntil()));
        }
        for (CertificatePlan.Trust planned : plan.trusts()) {
            found.add(copy(
                    planned,
                    Optional.ofNullable(authorities.get(planned.authority()))
                            .map(CertificateAuthority::certificatePem)));
        }
        return List.copyOf(found);
    }

    /** The certificate of an authority of this store in PEM, or empty when it was not made yet. */
    public Optional<String> authorityPem(String name) {
        return files.read(AuthorityFiles.certificate(name));
    }

    private Issuance ensure(
            CertificatePlan.Certificate planned,
            CertificateAuthority authority,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random,
            Writes writes) {
        Examination examination = examine(planned, authority, policy, clock.instant());
        if (examination.action() == Issuance.Action.KEPT) {
            return Issuance.of(planned.id(), examination.action(), examination.reasons(), examination.keptUntil());
        }
        Optional<KeyPair> existing = examination.reusableKey();
        KeyPair keys = existing.orElseGet(() -> policy.keyAlgorithm().generate(random));
        IssuedCertificate issued = authority.issue(planned.request(), keys, policy.validity(), clock, random);
        if (existing.isEmpty()) {
            writes.add(planned.privateKey(), issued.privateKeyPkcs8Pem());
        }
        writes.add(planned.certificate(), issued.certificatePem());
        return new Issuance(
                planned.id(),
                examination.action(),
                new TreeSet<>(examination.reasons()),
                Optional.of(issued.notAfter()),
                issued.clampedToIssuer());
    }

    private Examination examine(
            CertificatePlan.Certificate planned,
            @Nullable CertificateAuthority authority,
            IssuancePolicy policy,
            Instant now) {
        return Examination.of(
                files.read(planned.certificate()),
                files.read(planned.privateKey()),
                planned.request(),
                authority == null ? null : authority.certificate(),
                policy.window(),
                now);
    }

    private Issuance copy(CertificatePlan.Trust planned, Optional<String> wanted) {
        Optional<String> found = files.read(planned.file());
        List<ReissueReason> reasons = found.isEmpty()
                ? List.of(ReissueReason.MISSING)
                : found.equals(wanted) ? List.of() : List.of(ReissueReason.CHAIN);
        return Issuance.of(
                "trust/" + StorePaths.text(planned.file()),
                reasons.isEmpty() ? Issuance.Action.KEPT : Issuance.Action.ISSUED,
                reasons,
                Optional.empty());
    }

    private static CertificateAuthority authority(Map<String, CertificateAuthority> authorities, String name) {
        CertificateAuthority authority = authorities.get(name);
        if (authority == null) {
            throw new IllegalArgumentException("the plan has no authority \"" + name + "\"");
        }
        return authority;
    }

    /** Files to be written once everything has been issued, in this order. */
    static final class Writes {
        private record Write(Path path, String text) {}

        private final List<Write> writes = new ArrayList<>();

        void add(Path path, String text) {
            writes.add(new Write(path, text));
        }

        void apply(StoreFiles files) {
            writes.forEach(write -> files.replace(write.path(), write.text()));
        }
    }
}
