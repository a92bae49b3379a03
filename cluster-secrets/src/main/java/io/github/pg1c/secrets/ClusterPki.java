package io.github.pg1c.secrets;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.IndexEntry;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.pki.store.PlannedStore;
import io.github.pg1c.pki.store.Rotation;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.pki.store.SigningRequest;
import io.github.pg1c.secrets.content.ClusterCertificates;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The certificates of one cluster in its secrets store, as the cluster's plan declares them.
 *
 * <p>Each operation that changes something leaves the store exactly as a generation would: due certificates are issued,
 * files that contain a certificate are assembled again, and the next generation makes no secret. The store's lock
 * prevents two operations at the same time.
 *
 * <p>After the first revocation the configuration names the revocation lists, so a generation is due, see
 * {@link RevocationLists}.
 *
 * @since 0.1
 */
public final class ClusterPki {

    private final SecretStore secrets;
    private final PkiStore pki;
    private final IssuancePolicy policy;

    private ClusterPki(SecretStore secrets) {
        this.secrets = secrets;
        this.pki = secrets.pki();
        this.policy = secrets.policy();
    }

    /**
     * The certificates of a cluster whose authorities' keys are not encrypted, or need not be used.
     *
     * @param cluster a cluster without errors
     * @param secretsDirectory parent of the clusters' secrets directories; this cluster's directory has its name
     */
    public static ClusterPki of(Cluster cluster, Path secretsDirectory) {
        return of(cluster, secretsDirectory, Optional.empty());
    }

    /**
     * The certificates of a cluster. With a passphrase, keys of authorities that are plain are encrypted by the next
     * operation that changes something.
     *
     * @param passphrase of the authorities' keys; the caller closes it
     */
    public static ClusterPki of(Cluster cluster, Path secretsDirectory, Optional<Passphrase> passphrase) {
        return new ClusterPki(SecretStore.of(cluster, secretsDirectory, passphrase));
    }

    /** The names of the authorities that a cluster may have, in the order of {@link #plan}. */
    public static List<String> authorities() {
        return ClusterCertificates.AUTHORITIES;
    }

    /** The directory of this cluster's secrets. */
    public Path directory() {
        return secrets.directory();
    }

    /** Whether the store exists; without it everything is reported as missing. */
    public boolean exists() {
        return Files.isDirectory(secrets.directory().resolve("ca"));
    }

    /** Every certificate of the cluster, with the authorities and copies. */
    public CertificatePlan plan() {
        return secrets.plan();
    }

    /** The revocation lists that the nodes have or will get with the next delivery. */
    public RevocationLists revocationLists() {
        return secrets.revocationLists();
    }

    /** Whether a key of an authority is encrypted, so that issuing needs the passphrase. */
    public boolean isEncrypted() {
        return secrets.keys().encrypted();
    }

    /** The authorities whose keys are elsewhere. */
    public Set<String> outside() {
        return secrets.authorities().outside();
    }

    /**
     * The inventory: each certificate with its holder, its end and what {@link #ensure} would do. Writes nothing and
     * needs no passphrase.
     */
    public List<CertificateStatus> report(Clock clock) {
        try {
            return pki.planned(plan(), policy, clock, new SecureRandom()).report();
        } catch (PkiException e) {
            throw secrets.keys().explain(e);
        }
    }

    /** All certificates of an authority, in the order of issue. */
    public List<IndexEntry> issued(String authority) {
        return pki.issued(authority);
    }

    /** The phase of the replacement of an authority's key. */
    public RotationPhase phase(String authority) {
        return pki.planned(plan()).phase(authority);
    }

    /** The signing requests that wait for an authority outside. */
    public List<SigningRequest> signingRequests() {
        return pki.planned(plan()).signingRequests();
    }

    /** Files of nodes that contain the trusted certificates of an authority. */
    public List<SecretFile> trusting(String authority) {
        return secrets.nodeFiles().trusting(authority);
    }

    /** Files of nodes that contain certificates issued by an authority, or their keys. */
    public List<SecretFile> certified(String authority) {
        return secrets.nodeFiles().certified(authority);
    }

    /** Files of nodes that contain revocation lists of an authority; none before its first revocation. */
    public List<SecretFile> revoking(String authority) {
        return secrets.nodeFiles().revoking(authority);
    }

    /**
     * Issues certificates that are missing, due or different from the present specification, as a generation does.
     *
     * @throws PassphraseException when something is to be issued and the passphrase is missing or wrong
     * @throws PkiException when an authority's files contradict each other, or another run has the lock
     * @throws FileException when the directory cannot be written
     */
    public PkiChange ensure(Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> store.get().ensure());
    }

    /**
     * Issues certificates again, due or not, with the same keys; an authority ({@code ca/cluster}) gets a new
     * certificate for its key.
     *
     * @param ids as in {@link #report}
     * @throws IllegalArgumentException for an unknown id
     */
    public PkiChange renew(Set<String> ids, Clock clock, SecureRandom random) {
        return issuing(clock, random, store -> store.get().renew(ids));
    }

    /**
     * Issues certificates again with new keys.
     *
     * @param ids as in {@link #report}, without authorities
     * @throws IllegalArgumentException for an unknown id
     */
    public PkiChange rekey(Set<String> ids, Clock clock, SecureRandom random) {
        return issuing(clock, random, store -> store.get().rekey(ids));
    }

    /**
     * Takes one step in the replacement of an authority's key, see {@link PlannedStore#rotate}. Before the next step
     * every node must have the delivered files and use them.
     *
     * @throws PkiException when the phase is not the next one
     */
    public PkiRotation rotate(String authority, RotationPhase phase, Clock clock, SecureRandom random) {
        List<Rotation> step = new ArrayList<>();
        PkiChange change = issuing(clock, random, store -> {
            Rotation done = store.get().rotate(authority, phase);
            step.add(done);
            List<Issuance> issuances = new ArrayList<>(done.issuances());
            Set<String> served = phase == RotationPhase.REISSUED ? Set.of() : renewedWithTrust(plan(), authority);
            if (!served.isEmpty() && !outside().contains(authority)) {
                store.get().renew(served).stream().filter(Issuance::changes).forEach(issuances::add);
            }
            return issuances;
        });
        return new PkiRotation(step.get(0), change);
    }

    /** Certificates to renew because the trust of their services has changed. */
    private static Set<String> renewedWithTrust(CertificatePlan plan, String authority) {
        Set<String> purposes = Bundle.secrets().renewedWithTrust();
        return plan.certificates().stream()
                .filter(certificate -> certificate.authority().equals(authority)
                        && purposes.contains(certificate.request().purpose().name()))
                .map(CertificatePlan.Certificate::id)
                .collect(Collectors.toSet());
    }

    /**
     * Revokes certificates permanently and issues those that the cluster still needs again, with new keys.
     *
     * @param serials as in {@link #issued}
     * @throws PkiException for a serial number that no authority of this store has issued
     */
    public PkiChange revoke(Set<BigInteger> serials, RevocationReason reason, Clock clock, SecureRandom random) {
        return issuing(clock, random, store -> store.get().revoke(serials, reason));
    }

    /**
     * Records that the key of this authority is elsewhere, and writes signing requests for the certificates that it has
     * to issue. Certificates issued by the store's own key stay until the external certificate is imported and
     * {@link #rotate} replaces them.
     */
    public PkiChange moveOutside(String authority, Clock clock, SecureRandom random) {
        if (!authorities().contains(authority)) {
            throw new IllegalArgumentException("there is no authority \"" + authority + "\"");
        }
        return secrets.change(clock, random, store -> {
            secrets.authorities().moveOutside(authority);
            return store.get().ensure();
        });
    }

    /** Imports the certificate of an external authority, see {@link PlannedStore#importAuthority}. */
    public PkiChange importAuthority(String authority, String pem, Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> store.get().importAuthority(authority, pem));
    }

    /** Imports the answers of an external authority, all or none, see {@link PlannedStore#importCertificates}. */
    public PkiChange importCertificates(List<String> pems, Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> {
            List<Issuance> done = new ArrayList<>(store.get().importCertificates(pems));
            store.get().ensure().stream().filter(Issuance::changes).forEach(done::add);
            return done;
        });
    }

    /** Imports the revocation lists of an external authority, see {@link PlannedStore#importRevocationLists}. */
    public PkiChange importRevocationLists(String authority, byte[] file, Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> store.get().importRevocationLists(authority, file));
    }

    private PkiChange issuing(Clock clock, SecureRandom random, Function<Supplier<PlannedStore>, List<Issuance>> work) {
        secrets.keys().needed();
        return secrets.change(clock, random, work);
    }
}
