package io.github.pg1c.pki.store;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.tls.TlsIdentity;
import io.github.pg1c.pki.x509.SelfCheck;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@linkplain PkiStore store} with its planned content, and the operations on both:
 *
 * <pre>{@code
 * PlannedStore store = PkiStore.at(directory).planned(plan);
 * store.ensure();
 * store.rekey(Set.of("node1/etcd-server"));
 * store.revoke("node1", RevocationReason.KEY_COMPROMISE);
 * SSLContext context = store.tls("node1/patroni-etcd").sslContext();
 * }</pre>
 *
 * <p>Each operation looks at the directory anew and holds the store's lock while it writes. Immutable.
 *
 * @since 0.1
 */
public final class PlannedStore {
    private final StoreFiles files;
    private final Keyring keyring;
    private final CertificatePlan plan;
    private final IssuancePolicy policy;
    private final Clock clock;
    private final SecureRandom random;

    PlannedStore(
            StoreFiles files,
            Keyring keyring,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random) {
        this.files = files;
        this.keyring = keyring;
        this.plan = plan;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Issues and writes everything that has a reason.
     *
     * @return one entry for each authority, certificate, copy and revocation list, in the order of the plan
     * @throws PkiException when an authority's files contradict each other, when an authority has ended, or when the
     *     directory cannot be written; nothing was written then, except in the last case
     */
    public List<Issuance> ensure() {
        return run(ReissueRequests.none());
    }

    /** The actions that {@link #ensure} would take now; writes nothing, not even the lock. */
    public List<Issuance> examine() {
        return report().stream().map(CertificateStatus::next).toList();
    }

    /**
     * The inventory: certificates with holders and lives, and the actions that {@link #ensure} would take now. Writes
     * nothing and needs no passphrase.
     */
    public List<CertificateStatus> report() {
        return new StoreReport(new StagedFiles(files), plan, policy, clock.instant(), keyring).rows();
    }

    /**
     * Does what {@link #ensure} does, and issues these certificates again with the keys they have, due or not. An
     * authority ({@code ca/<name>}) gets a new certificate for its key, so that everything it issued stays valid. For
     * an external authority a signing request is written.
     *
     * @param ids ids of the plan
     * @throws IllegalArgumentException for an id that the plan does not have
     */
    public List<Issuance> renew(Set<String> ids) {
        return run(ReissueRequests.renew(ids, plan));
    }

    /**
     * Does what {@link #ensure} does, and issues these certificates again with new keys. The key of an authority is
     * replaced by {@link #rotate}.
     *
     * @param ids ids of certificates of the plan
     * @throws IllegalArgumentException for an id that the plan does not have
     */
    public List<Issuance> rekey(Set<String> ids) {
        return run(ReissueRequests.rekey(ids, plan));
    }

    /**
     * Takes one step in the replacement of an authority's key: from {@link RotationPhase#SETTLED} to
     * {@link RotationPhase#TRUSTED}, to {@link RotationPhase#REISSUED}, and to {@link RotationPhase#SETTLED} again.
     * Before the next step the changed files must be on the nodes and loaded. A killed call can be repeated: a call for
     * the current phase completes it. When the preceding phase is not complete on disk, the call completes that one
     * instead; {@link Rotation#phase()} tells which.
     *
     * @param authority the name of the authority
     * @param phase the phase to be reached
     * @throws PkiException when the phase is not the next one, and as {@link #ensure}
     */
    public Rotation rotate(String authority, RotationPhase phase) {
        CertificatePlan.Authority planned = authority(authority);
        return locked(draft -> {
            StoreRotation rotation = new StoreRotation(draft, planned, plan, policy, moment(), random, keyring);
            return rotation.to(phase);
        });
    }

    /** The phase of the replacement of an authority's key. */
    public RotationPhase phase(String authority) {
        return AuthorityFiles.read(new StagedFiles(files), authority(authority), keyring)
                .phase();
    }

    /**
     * Revokes certificates permanently, writes new revocation lists, and does what {@link #ensure} does: certificates
     * of the plan are issued again with new keys.
     *
     * @param serials serial numbers, as in {@link PkiStore#issued}; those that are revoked already keep their moment
     *     and reason
     * @throws PkiException for a serial number that no authority of the plan has issued, and as {@link #ensure}
     */
    public List<Issuance> revoke(Set<BigInteger> serials, RevocationReason reason) {
        return locked(draft -> {
            enterOldCertificates(draft);
            for (BigInteger serial : serials) {
                revoke(draft, serial, reason);
            }
            return pass(draft);
        });
    }

    /**
     * Revokes every living certificate that {@linkplain IndexEntry#isHeldBy belongs to} a node, a program or a person,
     * as {@link #revoke(Set, RevocationReason)} does.
     *
     * @param holder an id, the node part of ids, a host name, an address or a common name
     * @throws PkiException when no living certificate belongs to the name, and as {@link #ensure}
     */
    public List<Issuance> revoke(String holder, RevocationReason reason) {
        return locked(draft -> {
            enterOldCertificates(draft);
            List<IndexEntry> living = issuing().stream()
                    .flatMap(authority -> IssuedIndex.read(draft, authority.name()).entries().stream())
                    .filter(entry -> entry.isAlive(clock.instant()))
                    .toList();
            List<IndexEntry> held =
                    living.stream().filter(entry -> entry.isHeldBy(holder)).toList();
            if (held.isEmpty()) {
                String ids = living.stream().map(IndexEntry::id).distinct().collect(Collectors.joining(", "));
                throw new PkiException(Text.of(
                        "\"" + Excerpt.of(holder) + "\" has no living certificate; those that live: " + ids,
                        "у «" + Excerpt.of(holder) + "» нет действующего сертификата; действуют: " + ids));
            }
            held.forEach(entry -> revoke(draft, entry.serial(), reason));
            return pass(draft);
        });
    }

    /** Adds the certificates of old stores to the index. */
    private void enterOldCertificates(StagedFiles draft) {
        pass(draft);
    }

    private void revoke(StagedFiles draft, BigInteger serial, RevocationReason reason) {
        CertificatePlan.Authority issuer = issuing().stream()
                .filter(a -> IssuedIndex.read(draft, a.name()).find(serial).isPresent())
                .findFirst()
                .orElseThrow(() -> new PkiException(Text.of(
                        "no authority of this store has given the serial number " + serial.toString(16),
                        "ни один центр этого хранилища не выдавал серийный номер " + serial.toString(16))));
        IssuedIndex index = IssuedIndex.read(draft, issuer.name());
        index.revoke(serial, clock.instant(), reason);
        index.write(draft);
    }

    /** The authorities whose keys are in this store. */
    private List<CertificatePlan.Authority> issuing() {
        return plan.authorities().stream().filter(a -> !a.isExternal()).toList();
    }

    /**
     * Imports certificates of external authorities. Each is matched with its request by its key. It must come from the
     * imported authority, have the requested names and usages, and be valid now. Otherwise nothing is written.
     *
     * @param pems the answers; certificates of authorities in them are skipped
     * @return one entry for each certificate
     * @throws PkiException with a line for each answer that is refused, and why
     */
    public List<Issuance> importCertificates(List<String> pems) {
        return locked(draft -> new StoreImport(draft, plan, policy, clock.instant(), keyring).run(pems));
    }

    /**
     * Imports the certificate of an external authority. A certificate with a new key is trusted beside the old one, as
     * in {@link RotationPhase#TRUSTED}, and {@link #rotate} continues from there.
     *
     * @param pem the certificate that issues, then those above it up to the root
     * @return the actions of {@link #ensure}: copies of trusted certificates and signing requests are written
     */
    public List<Issuance> importAuthority(String authority, String pem) {
        CertificatePlan.Authority planned = external(authority);
        AuthorityGeneration imported = AuthorityGeneration.read(pem, Optional.empty(), keyring);
        SelfCheck.chain(imported.chain(), clock.instant());
        return locked(draft -> {
            AuthorityFiles.read(draft, planned, keyring).place(draft, imported);
            return pass(draft);
        });
    }

    /**
     * Imports the revocation lists of an external authority.
     *
     * @param file PEM, or DER of one list
     * @return the actions of {@link #ensure}: copies of the lists are written
     * @throws PkiException when a list is not signed by the authority
     */
    public List<Issuance> importRevocationLists(String authority, byte[] file) {
        CertificatePlan.Authority planned = external(authority);
        return locked(draft -> {
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
                throw new PkiException(Text.of(
                        "the file is no revocation list of the authority " + authority,
                        "это не список отзыва центра " + authority));
            }
            CrlFiles.put(draft, authority, lists);
            return pass(draft);
        });
    }

    /** The signing requests that wait for their answers, in PEM, by the id of the certificate. */
    public List<SigningRequest> signingRequests() {
        return plan.certificates().stream()
                .flatMap(planned -> files
                        .read(SigningRequests.request(planned))
                        .map(pem -> new SigningRequest(planned.id(), SigningRequests.request(planned), pem))
                        .stream())
                .toList();
    }

    /**
     * A certificate of the plan for the JDK's TLS, with its key, the trusted certificates of its authority, and the
     * revocation lists if there are any. It is a snapshot, out of date after a rotation or a revocation.
     *
     * @param id the id of a certificate of the plan
     * @throws IllegalArgumentException for an id that the plan does not have
     * @throws PkiException when it was not issued yet, or its files cannot be read
     */
    public TlsIdentity tls(String id) {
        CertificatePlan.Certificate planned = plan.certificates().stream()
                .filter(certificate -> certificate.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the plan has no certificate \"" + Excerpt.of(id) + "\""));
        StagedFiles draft = new StagedFiles(files);
        String trusted = AuthorityFiles.read(draft, authority(planned.authority()), keyring)
                .trustPem()
                .orElseThrow(() -> notIssued(id));
        TlsIdentity identity = TlsIdentity.pem(
                draft.read(planned.certificate()).orElseThrow(() -> notIssued(id)),
                draft.read(planned.privateKey()).orElseThrow(() -> notIssued(id)),
                trusted);
        return draft.read(CrlFiles.pem(planned.authority()))
                .map(identity::withRevocationLists)
                .orElse(identity);
    }

    private static PkiException notIssued(String id) {
        return new PkiException(
                Text.of("the certificate " + id + " was not issued yet", "сертификат " + id + " ещё не выпущен"));
    }

    private List<Issuance> run(ReissueRequests requests) {
        return locked(draft -> run(draft, requests));
    }

    private List<Issuance> pass(StagedFiles draft) {
        return run(draft, ReissueRequests.none());
    }

    private List<Issuance> run(StagedFiles draft, ReissueRequests requests) {
        return new StoreRun(draft, plan, policy, moment(), random, keyring).run(requests);
    }

    /** One time for a whole run: as many seconds as it takes to sign, a certificate would outlive its new authority. */
    private Clock moment() {
        return Clock.fixed(clock.instant(), clock.getZone());
    }

    private <T> T locked(Function<StagedFiles, T> work) {
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

    private CertificatePlan.Authority authority(String name) {
        return plan.authorities().stream()
                .filter(planned -> planned.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the plan has no authority \"" + Excerpt.of(name) + "\""));
    }

    private CertificatePlan.Authority external(String name) {
        CertificatePlan.Authority planned = authority(name);
        if (!planned.isExternal()) {
            throw new PkiException(Text.of(
                    "the authority " + name + " has its key in this store; nothing is imported for it",
                    "ключ центра " + name + " в этом хранилище; для него ничего не загружают"));
        }
        return planned;
    }
}
