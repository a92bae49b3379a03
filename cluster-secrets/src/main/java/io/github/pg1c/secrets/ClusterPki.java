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
 * The certificates of one cluster in its secrets store, by the cluster's own plan.
 *
 * <p>Each operation that changes something ends with the store exactly as a generation would leave it: certificates
 * that are due are issued, files that hold a
 * certificate among other things are put together again, and a generation after it makes no secret. Two operations at
 * the same time are kept apart by the store's lock.
 *
 * <p>Once something is revoked, the configuration names the revocation lists: a generation is due then, see {@link
 * RevocationLists}.
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
     * @param secretsDirectory the directory of all clusters' secrets; this cluster's is the one of its name in it
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

    /** The names of the authorities, in the order of {@link #plan}. */
    public static List<String> authorities() {
        return ClusterCertificates.AUTHORITIES;
    }

    /** The directory of this cluster's secrets. */
    public Path directory() {
        return secrets.directory();
    }

    /** Whether there is a store already; without one everything is reported as missing. */
    public boolean exists() {
        return Files.isDirectory(secrets.directory().resolve("ca"));
    }

    /** Every certificate of the cluster, with the authorities and copies. */
    public CertificatePlan plan() {
        return secrets.plan();
    }

    /** Which revocation lists the nodes have, or are about to get. */
    public RevocationLists revocationLists() {
        return secrets.revocationLists();
    }

    /** Whether a key of an authority is encrypted, so that issuing needs the passphrase. */
    public boolean isEncrypted() {
        return secrets.keys().encrypted();
    }

    /** The authorities whose keys somebody else has. */
    public Set<String> outside() {
        return secrets.authorities().outside();
    }

    /**
     * What there is, for whom and until when, and what {@link #ensure} would do; writes nothing and needs no
     * passphrase.
     */
    public List<CertificateStatus> report(Clock clock) {
        try {
            return pki.planned(plan(), policy, clock, new SecureRandom()).report();
        } catch (PkiException e) {
            throw secrets.keys().explain(e);
        }
    }

    /** All that an authority has issued, in the order of issue. */
    public List<IndexEntry> issued(String authority) {
        return pki.issued(authority);
    }

    /** How far the replacement of an authority's key has come. */
    public RotationPhase phase(String authority) {
        return pki.planned(plan()).phase(authority);
    }

    /** The signing requests that wait for an authority outside. */
    public List<SigningRequest> signingRequests() {
        return pki.planned(plan()).signingRequests();
    }

    /** Files of nodes that hold what is trusted of an authority. */
    public List<SecretFile> trusting(String authority) {
        return secrets.nodeFiles().trusting(authority);
    }

    /** Files of nodes that hold certificates of an authority, and their keys. */
    public List<SecretFile> certified(String authority) {
        return secrets.nodeFiles().certified(authority);
    }

    /** Files of nodes that hold revocation lists of an authority; none before it has revoked anything. */
    public List<SecretFile> revoking(String authority) {
        return secrets.nodeFiles().revoking(authority);
    }

    /**
     * Issues what is missing, due or not as the cluster is described now; a generation does the same.
     *
     * @throws PassphraseException when something is to be issued and the passphrase is missing or another one
     * @throws PkiException when an authority's files contradict each other, or another run is at work
     * @throws FileException when the directory cannot be written
     */
    public PkiChange ensure(Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> store.get().ensure());
    }

    /**
     * Issues certificates again, due or not, for the keys they have; an authority ({@code ca/cluster}) gets a new
     * certificate for its key.
     *
     * @param ids as in {@link #report}
     * @throws IllegalArgumentException for an id that there is not
     */
    public PkiChange renew(Set<String> ids, Clock clock, SecureRandom random) {
        return issuing(clock, random, store -> store.get().renew(ids));
    }

    /**
     * Issues certificates again with new keys.
     *
     * @param ids as in {@link #report}, without authorities
     * @throws IllegalArgumentException for an id that there is not
     */
    public PkiChange rekey(Set<String> ids, Clock clock, SecureRandom random) {
        return issuing(clock, random, store -> store.get().rekey(ids));
    }

    /**
     * Takes one step in the replacement of an authority's key, as {@link PlannedStore#rotate} says; before the next one
     * every node has to have and use
     * what is to be delivered.
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

    /** Certificates that are renewed because what their services trust is another one. */
    private static Set<String> renewedWithTrust(CertificatePlan plan, String authority) {
        Set<String> purposes = Bundle.secrets().renewedWithTrust();
        return plan.certificates().stream()
                .filter(certificate -> certificate.authority().equals(authority)
                        && purposes.contains(certificate.request().purpose().name()))
                .map(CertificatePlan.Certificate::id)
                .collect(Collectors.toSet());
    }

    /**
     * Revokes certificates for good and issues again, with new keys, what the cluster still needs.
     *
     * @param serials as in {@link #issued}
     * @throws PkiException for a serial number that no authority of this store has given
     */
    public PkiChange revoke(Set<BigInteger> serials, RevocationReason reason, Clock clock, SecureRandom random) {
        return issuing(clock, random, store -> store.get().revoke(serials, reason));
    }

    /**
     * Notes that somebody else has, or will have, the key of this authority, and writes signing requests for what it
     * has to issue. Certificates that
     * the store's own key has issued stay until the other's certificate is imported and {@link #rotate} replaces them.
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

    /** Takes in the certificate of an authority outside, as {@link PlannedStore#importAuthority} says. */
    public PkiChange importAuthority(String authority, String pem, Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> store.get().importAuthority(authority, pem));
    }

    /**
     * Puts the answers of an authority outside in their places, all or none, as {@link PlannedStore#importCertificates}
     * says.
     */
    public PkiChange importCertificates(List<String> pems, Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> {
            List<Issuance> done = new ArrayList<>(store.get().importCertificates(pems));
            store.get().ensure().stream().filter(Issuance::changes).forEach(done::add);
            return done;
        });
    }

    /** Takes in the revocation lists of an authority outside, as {@link PlannedStore#importRevocationLists} says. */
    public PkiChange importRevocationLists(String authority, byte[] file, Clock clock, SecureRandom random) {
        return secrets.change(clock, random, store -> store.get().importRevocationLists(authority, file));
    }

    private PkiChange issuing(Clock clock, SecureRandom random, Function<Supplier<PlannedStore>, List<Issuance>> work) {
        secrets.keys().needed();
        return secrets.change(clock, random, work);
    }
}
