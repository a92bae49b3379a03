package io.github.pg1c.pki.store;
import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.SelfCheck;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A directory that holds a cluster's authorities and certificates and keeps them current.
 *
 * <p>{@link #ensure} compares the directory with a {@link CertificatePlan} and issues exactly what has a {@link ReissueReason}; a second call issues
 * nothing. Everything is issued in memory and checked before the first file is written, each file is replaced as a whole, and the order of
 * writing is such that a run which is killed at any moment is completed by the next one.
 *
 * <pre>
 * ca/&lt;name&gt;/ca.pem, ca-key.pem   the authorities; their keys never leave this place
 * ca/&lt;name&gt;/index.jsonl          all that was issued, see {@link IndexEntry}
 * ca/&lt;name&gt;/crl.pem, crl.der     revocation lists, once there is a use for them
 * ca/&lt;name&gt;/next/, old/          the other generation, while the authority's key is being replaced
 * requests/                     signing requests to authorities outside, and the keys that wait for the answers
 * history/&lt;time&gt;/               what was replaced; may be removed at any time
 * (as planned)                  certificates, keys and copies of what is trusted and revoked
 * </pre>
 *
 * <p>Files have the mode 0600, directories that the store makes 0700. Symbolic links below the directory are refused, and a lock file keeps a second process out.
 *
 * @since 0.1
 */
public final class PkiStore {
    private final StoreFiles files;
    private final Keyring keyring;

    PkiStore(StoreFiles files) {
        this(files, Keyring.withoutPassphrase());
    }

    PkiStore(StoreFiles files, Keyring keyring) {
        this.files = files;
        this.keyring = keyring;
    }

    /** The store in this directory, which need not exist yet. */
    public static PkiStore at(Path directory) {
        return new PkiStore(new DirectoryFiles(directory));
    }

    /**
     * The store in this directory, with the keys of its authorities encrypted under a passphrase. Keys that are not yet are encrypted by the next
     * {@link #ensure}; copies that were made of them before stay as they are. A run that issues nothing needs no passphrase.
     */
    public static PkiStore at(Path directory, Passphrase passphrase) {
        return new PkiStore(new DirectoryFiles(directory), Keyring.of(passphrase));
    }

    /**
     * Issues what has a reason and writes it.
     *
     * @return one entry for each authority, certificate, copy and revocation list, in the order of the plan
     * @throws PkiException when an authority's files contradict each other, when an authority has ended, or when the directory cannot be written;
     *     nothing was written then, except in the last case
     */
    public List<Issuance> ensure(CertificatePlan plan, IssuancePolicy policy, Clock clock, SecureRandom random) {
        return run(ReissueRequests.none(), plan, policy, clock, random);
    }

    /** What {@link #ensure} would do now; writes nothing, not even the lock. */
    public List<Issuance> examine(CertificatePlan plan, IssuancePolicy policy, Clock clock) {
        return report(plan, policy, clock).stream().map(CertificateStatus::next).toList();
    }

    /** What there is, for whom and until when, and what {@link #ensure} would do now; writes nothing and needs no passphrase. */
    public List<CertificateStatus> report(CertificatePlan plan, IssuancePolicy policy, Clock clock) {
        return new StoreReport(new StagedFiles(files), plan, policy, clock.instant(), keyring).rows();
    }

    /**
     * Does what {@link #ensure} does, and issues these certificates again with the keys they have, due or not.
     * An authority ({@code ca/<name>}) gets a new certificate for its key, so that everything it issued stays valid.
     * For an authority outside a signing request is written.
     *
     * @param ids ids of the plan
     * @throws IllegalArgumentException for an id that the plan does not have
     */
    public List<Issuance> renew(
            Set<String> ids, CertificatePlan plan, IssuancePolicy policy, Clock clock, SecureRandom random) {
        return run(ReissueRequests.renew(ids, plan), plan, policy, clock, random);
    }

    /**
     * Does what {@link #ensure} does, and issues these certificates again with new keys. The key of an authority is replaced by {@link #rotate}.
     *
     * @param ids ids of certificates of the plan
     * @throws IllegalArgumentException for an id that the plan does not have
     */
    public List<Issuance> rekey(
            Set<String> ids, CertificatePlan plan, IssuancePolicy policy, Clock clock, SecureRandom random) {
        return run(ReissueRequests.rekey(ids, plan), plan, policy, clock, random);
    }

    /**
     * Takes one step in the replacement of an authority's key: from {@link RotationPhase#SETTLED} to {@link RotationPhase#TRUSTED}, to
     * {@link RotationPhase#REISSUED}, and to {@link RotationPhase#SETTLED} again. Between two steps the changed files have to be on the nodes and
     * loaded. A call that asks for the phase that is reached already completes it, so a killed one is simply repeated; a call whose
     * preceding phase is not complete on disk completes that one instead, as {@link Rotation#phase()} then says.
     *
     * @param authority the name of the authority
     * @param phase the phase to be reached
     * @throws PkiException when the phase is not the next one, and as {@link #ensure}
     */
    public Rotation rotate(
            String authority,
            RotationPhase phase,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random) {
        CertificatePlan.Authority planned = authority(authority, plan);
        return locked(plan, clock, draft -> {
            StoreRotation rotation = new StoreRotation(draft, planned, plan, policy, clock, random, keyring);
            return rotation.to(phase);
        });
    }

    /** In which phase the replacement of an authority's key is. */
    public RotationPhase phase(String authority, CertificatePlan plan) {
        return AuthorityFiles.read(new StagedFiles(files), authority(authority, plan), keyring)
                .phase();
    }

    /** All that an authority of this store has issued, in the order of issue. */
    public List<IndexEntry> issued(String authority) {
        return IssuedIndex.read(new StagedFiles(files), authority).entries();
    }

    /**
     * Revokes certificates for good, writes new revocation lists, and does what {@link #ensure} does: what the plan still asks for is issued again with new keys.
     *
     * @param serials serial numbers, as in {@link #issued}; those that are revoked already keep their moment and reason
     * @throws PkiException for a serial number that no authority of the plan has given, and as {@link #ensure}
     */
    public List<Issuance> revoke(
            Set<BigInteger> serials,
            RevocationReason reason,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random) {
        return locked(plan, clock, draft -> {
            // Stores of the first releases enter their certificates in the index here.
            new StoreRun(draft, plan, policy, clock, random, keyring).run(ReissueRequests.none());
            for (BigInteger serial : serials) {
                CertificatePlan.Authority issuer = plan.authorities().stream()
                        .filter(a -> !a.isExternal())
                        .filter(a ->
                                IssuedIndex.read(draft, a.name()).find(serial).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new PkiException(
                                "no authority of this store has given the serial number " + serial.toString(16)));
                IssuedIndex index = IssuedIndex.read(draft, issuer.name());
                index.revoke(serial, clock.instant(), reason);
                index.write(draft);
            }
            return new StoreRun(draft, plan, policy, clock, random, keyring).run(ReissueRequests.none());
        });
    }

    /**
     * Puts certificates from outside in their places: each is matched with its request by its key, and has to come from the imported authority,
     * to carry the names and usages that were asked for, and to be alive. When one does not, nothing is written.
     *
     * @param pems the answers; certificates of authorities in them are skipped
     * @return one entry for each certificate
     * @throws PkiException with a line for each answer that is refused, and why
     */
    public List<Issuance> importCertificates(
            List<String> pems, CertificatePlan plan, IssuancePolicy policy, Clock clock) {
        return locked(plan, clock, draft -> new StoreImport(draft, plan, policy, clock.instant(), keyring).run(pems));
    }

    /**
     * Takes in the certificate of an authority outside. When its key is another than before, the two are trusted side by side, as after
     * {@link RotationPhase#TRUSTED}, and {@link #rotate} goes on from there.
     *
     * @param pem the certificate that issues, then those above it up to the root
     * @return what {@link #ensure} then does: copies of what is trusted are written, and signing requests
     */
    public List<Issuance> importAuthority(
            String authority,
            String pem,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random) {
        CertificatePlan.Authority planned = external(authority, plan);
        AuthorityGeneration imported = AuthorityGeneration.read(pem, Optional.empty(), keyring);
        SelfCheck.chain(imported.chain(), clock.instant());
        return locked(plan, clock, draft -> {
            AuthorityFiles.read(draft, planned, keyring).place(draft, imported);
            return new StoreRun(draft, plan, policy, clock, random, keyring).run(ReissueRequests.none());
        });
    }

    /**
     * Takes in the revocation lists of an authority outside.
     *
     * @param file PEM, or DER of one list
     * @return what {@link #ensure} then does: copies of the lists are written
     * @throws PkiException when a list is not signed by the authority
     */
    public List<Issuance> importRevocationLists(
            String authority,
            byte[] file,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random) {
        CertificatePlan.Authority planned = external(authority, plan);
        return locked(plan, clock, draft -> {
            List<X509CRL> lists = file.length > 0 && file[0] == 0x30
                    ? List.of(PemText.parseRevocationList(file))
                    : PemText.readRevocationLists(new String(file, StandardCharsets.ISO_8859_1));
            List<AuthorityGeneration> trusted =
                    AuthorityFiles.read(draft, planned, keyring).trusted();
            if (lists.isEmpty()
                    || !lists.stream()
                            .allMatch(list -> trusted.stream()
                                    .flatMap(generation -> generation.chain().stream())
                                    .anyMatch(issuer -> CrlFiles.isSigned(list, issuer)))) {
                throw new PkiException("the file is no revocation list of the authority " + authority);
            }
            CrlFiles.put(draft, authority, lists);
            return new StoreRun(draft, plan, policy, clock, random, keyring).run(ReissueRequests.none());
        });
    }

    /** The signing requests that wait for their answers, in PEM, by the id of the certificate. */
    public List<SigningRequest> signingRequests(CertificatePlan plan) {
        return plan.certificates().stream()
                .flatMap(planned -> files
                        .read(SigningRequests.request(planned))
                        .map(pem -> new SigningRequest(planned.id(), SigningRequests.request(planned), pem))
                        .stream())
                .toList();
    }

    /** The certificate of an authority of this store in PEM, or empty when it was not made yet. */
    public Optional<String> authorityPem(String name) {
        return files.read(AuthorityFiles.certificate(name));
    }

    private List<Issuance> run(
            ReissueRequests orders, CertificatePlan plan, IssuancePolicy policy, Clock clock, SecureRandom random) {
        return locked(plan, clock, draft -> new StoreRun(draft, plan, policy, clock, random, keyring).run(orders));
    }

    private <T> T locked(CertificatePlan plan, Clock clock, Function<StagedFiles, T> work) {
        try (StoreFiles.Lock lock = files.lock()) {
            StagedFiles draft = new StagedFiles(files);
            T done = work.apply(draft);
            draft.write(clock.instant());
            Stream.concat(
                            plan.authorities().stream()
                                    .flatMap(planned -> AuthorityFiles.keys(planned.name()).stream()),
                            plan.certificates().stream().map(CertificatePlan.Certificate::privateKey))
                    .forEach(files::tighten);
            return done;
        }
    }

    private static CertificatePlan.Authority authority(String name, CertificatePlan plan) {
        return plan.authorities().stream()
                .filter(planned -> planned.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the plan has no authority \"" + Excerpt.of(name) + "\""));
    }

    private static CertificatePlan.Authority external(String name, CertificatePlan plan) {
        CertificatePlan.Authority planned = authority(name, plan);
        if (!planned.isExternal()) {
            throw new PkiException("the authority " + name + " has its key in this store; nothing is imported for it");
        }
        return planned;
    }
}
