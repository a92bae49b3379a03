package io.github.pg1c.pki.store;

import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A directory that holds a cluster's authorities and certificates and keeps them current.
 *
 * <p>{@link PlannedStore#ensure} compares the directory with a {@link CertificatePlan} and issues exactly what has a
 * {@link ReissueReason}; a second call issues nothing. Everything is issued in memory and checked before the first file
 * is written, and each file is replaced as a whole. A run can be killed at any moment; the next one completes it.
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
 * <p>Files have the mode 0600, directories that the store makes 0700. Symbolic links below the directory are refused,
 * and a lock file excludes a second process.
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

    /** The store in this directory; the directory may be absent. */
    public static PkiStore at(Path directory) {
        return new PkiStore(new DirectoryFiles(directory));
    }

    /**
     * The store in this directory, with the keys of its authorities encrypted under a passphrase. The next
     * {@link PlannedStore#ensure} encrypts plain keys; earlier copies of them stay plain. A run that issues nothing
     * needs no passphrase.
     */
    public static PkiStore at(Path directory, Passphrase passphrase) {
        return new PkiStore(new DirectoryFiles(directory), Keyring.of(passphrase));
    }

    /** This store with its planned content, the default policy, the system clock and a new source of randomness. */
    public PlannedStore planned(CertificatePlan plan) {
        return planned(plan, IssuancePolicy.defaults(), Clock.systemUTC(), new SecureRandom());
    }

    /** This store with its planned content, a policy, a clock and a source of randomness. */
    public PlannedStore planned(CertificatePlan plan, IssuancePolicy policy, Clock clock, SecureRandom random) {
        return new PlannedStore(files, keyring, plan, policy, clock, random);
    }

    /**
     * Holds the store's lock for several operations, and for files that the caller keeps in the same directory.
     *
     * @param work is given this store; its operations run under the lock
     * @throws io.github.pg1c.pki.PkiException when another process or thread has the lock; nothing was done
     */
    @SuppressWarnings("try")
    public <T> T holding(Function<PkiStore, T> work) {
        try (StoreFiles.Lock lock = files.lock()) {
            return work.apply(new PkiStore(new HeldFiles(files), keyring));
        }
    }

    /** All that an authority of this store has issued, in the order of issue. */
    public List<IndexEntry> issued(String authority) {
        return IssuedIndex.read(new StagedFiles(files), authority).entries();
    }

    /** The certificate of an authority of this store in PEM, or empty when it was not made yet. */
    public Optional<String> authorityPem(String name) {
        return files.read(AuthorityFiles.certificate(name));
    }
}
