package io.github.pg1c.secrets;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.NodeCertificate;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.bundle.part.SecretContent.Given;
import io.github.pg1c.bundle.part.SecretContent.Half;
import io.github.pg1c.bundle.part.SecretContent.Issued;
import io.github.pg1c.bundle.part.SecretContent.Password;
import io.github.pg1c.bundle.part.SecretContent.Piece;
import io.github.pg1c.bundle.part.SecretContent.Trusted;
import io.github.pg1c.bundle.part.SecretContent.TrustedToo;
import io.github.pg1c.bundle.part.SecretContent.Verifier;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretsPart.Login;
import io.github.pg1c.bundle.part.SecretsPart.OperatorAccess;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.pki.store.PlannedStore;
import io.github.pg1c.secrets.content.ClusterCertificates;
import io.github.pg1c.secrets.content.Passwords;
import io.github.pg1c.secrets.content.ScramVerifier;
import io.github.pg1c.secrets.content.SecretText;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The secrets of one cluster on disk: authorities, certificates, passwords, and the files that nodes get.
 *
 * <p>Existing secrets are kept; only missing ones are made. A file that contains other secrets (an environment, a list
 * of users) is assembled again when one of them changes. Certificates and the files that depend on them change under
 * the same lock.
 *
 * @since 0.1
 */
public final class SecretStore {

    private final ClusterPlan plan;
    private final Cluster cluster;
    private final Path directory;
    private final PrivateDirectory files;
    private final PkiStore pki;
    private final AuthorityState authorities;
    private final AuthorityKeys keys;
    private final GivenSecrets given;

    private SecretStore(ClusterPlan plan, Path directory, Optional<Passphrase> passphrase) {
        this.plan = plan;
        this.cluster = plan.cluster();
        this.directory = directory;
        this.files = PrivateDirectory.at(directory);
        this.pki = passphrase.map(secret -> PkiStore.at(directory, secret)).orElseGet(() -> PkiStore.at(directory));
        this.authorities = new AuthorityState(files);
        this.keys = new AuthorityKeys(files, passphrase);
        this.given = new GivenSecrets(files);
    }

    /**
     * The store of a cluster whose authorities' keys are not encrypted, or need not be used.
     *
     * @param cluster a cluster without errors
     * @param secretsDirectory parent of the clusters' secrets directories; this cluster's directory has its name
     */
    public static SecretStore of(Cluster cluster, Path secretsDirectory) {
        return of(cluster, secretsDirectory, Optional.empty());
    }

    /**
     * The store of a cluster.
     *
     * @param passphrase of the authorities' keys; the caller closes it
     * @throws io.github.pg1c.model.InvalidClusterException with every problem, when one of them is an error
     */
    public static SecretStore of(Cluster cluster, Path secretsDirectory, Optional<Passphrase> passphrase) {
        return of(ClusterPlan.of(cluster), secretsDirectory, passphrase);
    }

    /**
     * The store of a planned cluster.
     *
     * @param passphrase of the authorities' keys; the caller closes it
     */
    public static SecretStore of(ClusterPlan plan, Path secretsDirectory, Optional<Passphrase> passphrase) {
        String name = plan.cluster().name().toString();
        return new SecretStore(
                plan, secretsDirectory.toAbsolutePath().normalize().resolve(name), passphrase);
    }

    /** Secret files of the nodes, by the present state on the disk. */
    NodeFiles nodeFiles() {
        return NodeFiles.of(plan, authorities.lists());
    }

    Cluster cluster() {
        return cluster;
    }

    PkiStore pki() {
        return pki;
    }

    AuthorityState authorities() {
        return authorities;
    }

    AuthorityKeys keys() {
        return keys;
    }

    /** Every certificate, by the present state on the disk. */
    CertificatePlan plan() {
        return ClusterCertificates.plan(cluster, nodeFiles().all(), authorities.outside());
    }

    IssuancePolicy policy() {
        return ClusterCertificates.policy(cluster);
    }

    /** The revocation lists that the nodes have or will get with the next delivery. */
    public RevocationLists revocationLists() {
        return authorities.lists();
    }

    /** The directory of this cluster's secrets. */
    public Path directory() {
        return directory;
    }

    /** The operator's files for the service that changes the cluster and asks for a login; they need not exist yet. */
    public OperatorFiles operatorFiles() {
        return Bundle.secrets(cluster).operators().stream()
                .flatMap(access -> access.login().stream().map(login -> operatorFiles(access, login)))
                .findFirst()
                .orElseThrow();
    }

    private OperatorFiles operatorFiles(OperatorAccess access, Login login) {
        String client = access.certificate().id();
        return new OperatorFiles(
                directory.resolve(access.trusted()),
                directory.resolve(client + ".pem"),
                directory.resolve(client + "-key.pem"),
                login.user(),
                directory.resolve(PasswordNames.file(login.password())));
    }

    /** What {@link #ensure} would make now; writes nothing. */
    public List<SecretChange> examine(Clock clock) {
        given.refuseUnfit(nodeFiles().all(), clock);
        refuseForeign();
        List<SecretChange> changes = new ArrayList<>();
        CertificatePlan plan = plan();
        report(plan, pki.planned(plan, policy(), clock, new SecureRandom()).examine(), changes);
        // A placeholder stands for each missing secret, so that a file made from it differs from any that exists.
        Work work = new Work(changes, false, () -> Secret.of("not yet made"), password -> Secret.of("not yet made"));
        work.run();
        return sorted(changes);
    }

    /**
     * Makes the missing secrets and returns a report of each.
     *
     * @throws PassphraseException when something is to be issued and the passphrase is missing or wrong
     * @throws PkiException when an authority's files contradict each other, or another run has the lock
     * @throws FileException when the directory cannot be written, or something that others have to issue is missing
     *     there
     *     or unfit
     */
    public List<SecretChange> ensure(Clock clock, SecureRandom random) {
        given.refuseUnfit(nodeFiles().all(), clock);
        return change(clock, random, store -> store.get().ensure()).files();
    }

    /**
     * Runs an operation on the certificates, then updates what depends on them: copies of new revocation lists, and
     * files that contain certificates. Everything runs under the one lock of the directory.
     *
     * @param work the operation; its argument is the certificate store with the plan of that moment
     */
    PkiChange change(Clock clock, SecureRandom random, Function<Supplier<PlannedStore>, List<Issuance>> work) {
        files.create();
        return pki.holding(held -> {
            // The first file, so that no secret is ever visible to git.
            if (files.read(".gitignore").isEmpty()) {
                files.write(".gitignore", "*\n");
            }
            // Whoever is refused copies passwords into a directory that git does not see.
            refuseForeign();
            NodeContents before = NodeContents.of(plan, files);
            List<SecretChange> changes = new ArrayList<>();
            List<Issuance> issuances = issue(() -> held.planned(plan(), policy(), clock, random), work);
            report(plan(), issuances, changes);
            new Work(changes, true, () -> Passwords.create(random), password -> ScramVerifier.create(password, random))
                    .run();
            return new PkiChange(issuances, sorted(changes), before.changed(authorities.lists()));
        });
    }

    /** A copy's database has the passwords of another cluster, so that one that is made here is wrong. */
    private void refuseForeign() {
        if (cluster.standbyOf().given()) {
            new PasswordCheck(files).refuseMissing(nodeFiles().all(), ScramVerifier::matches);
        }
    }

    private List<Issuance> issue(Supplier<PlannedStore> store, Function<Supplier<PlannedStore>, List<Issuance>> work) {
        keys.neededFor(() -> store.get().report());
        try {
            CertificatePlan before = plan();
            List<Issuance> done = new ArrayList<>(work.apply(store));
            if (!plan().revocationLists().equals(before.revocationLists())) {
                store.get().ensure().stream().filter(Issuance::changes).forEach(done::add);
            }
            return done;
        } catch (PkiException e) {
            throw keys.explain(e);
        }
    }

    private void report(CertificatePlan plan, List<Issuance> issuances, List<SecretChange> changes) {
        Map<String, Path> paths = new HashMap<>();
        plan.authorities()
                .forEach(authority -> paths.put("ca/" + authority.name(), Path.of("ca", authority.name(), "ca.pem")));
        plan.certificates().forEach(certificate -> paths.put(certificate.id(), certificate.certificate()));
        for (Issuance issuance : issuances) {
            if (issuance.changes()) {
                Path path =
                        paths.getOrDefault(issuance.id(), Path.of(issuance.id().replaceFirst("^trust/", "")));
                changes.add(new SecretChange(directory.resolve(path.toString()), SecretReasons.of(issuance)));
            }
        }
    }

    private static List<SecretChange> sorted(List<SecretChange> changes) {
        return changes.stream().sorted(Comparator.comparing(SecretChange::path)).toList();
    }

    /** One pass over everything that is not a certificate. */
    private final class Work {
        private final List<SecretChange> changes;
        private final boolean write;
        private final Supplier<Secret> newPassword;
        private final Function<Secret, Secret> newVerifier;
        private final PasswordCheck check = new PasswordCheck(files);
        private final Map<String, Secret> passwords = new TreeMap<>();
        private final Map<String, Secret> verifiers = new TreeMap<>();

        Work(
                List<SecretChange> changes,
                boolean write,
                Supplier<Secret> newPassword,
                Function<Secret, Secret> newVerifier) {
            this.changes = changes;
            this.write = write;
            this.newPassword = newPassword;
            this.newVerifier = newVerifier;
        }

        void run() {
            List<SecretFile> secrets = nodeFiles().all();
            check.refuseUnusable(secrets);
            for (SecretFile file : secrets) {
                if (file.content() instanceof ComposedText text) {
                    text.pieces().forEach(this::make);
                }
            }
            secrets.forEach(this::file);
        }

        /** Makes each password and verifier that a file contains, before the first file is assembled. */
        private void make(Piece piece) {
            if (piece instanceof Password one) {
                known(one.name());
            } else if (piece instanceof Verifier one && !verifiers.containsKey(one.name())) {
                verifier(one.name(), known(one.name()));
            }
        }

        private Secret known(String name) {
            Secret found = passwords.get(name);
            return found == null ? password(name) : found;
        }

        private Secret password(String name) {
            String path = PasswordNames.file(name);
            Secret password = files.readText(path)
                    .map(text -> check.accepted(path, text))
                    .orElseGet(() -> {
                        Secret fresh = newPassword.get();
                        put(path, fresh.reveal() + "\n", SecretReasons.MISSING);
                        return fresh;
                    });
            keepPrivate(path);
            passwords.put(name, password);
            return password;
        }

        private void verifier(String name, Secret password) {
            String path = PasswordCheck.verifier(name);
            Optional<Secret> found = files.readText(path).map(text -> Secret.of(text.strip()));
            if (found.isPresent() && ScramVerifier.matches(found.get(), password)) {
                verifiers.put(name, found.get());
            } else {
                Secret fresh = newVerifier.apply(password);
                put(
                        path,
                        fresh.reveal() + "\n",
                        found.isPresent() ? SecretReasons.PASSWORD_CHANGED : SecretReasons.MISSING);
                verifiers.put(name, fresh);
            }
            keepPrivate(path);
        }

        private void file(SecretFile file) {
            if (file.content() instanceof ComposedText text && given.isComplete(text)) {
                derive(file, SecretText.of(text, this::knownPassword, this::knownVerifier, given::password));
            } else if (file.content() instanceof TrustedToo both) {
                derive(file, trusted(file, both.authority()) + both.further());
            } else if (file.content() instanceof Issued issued && issued.half() == Half.BOTH) {
                together(file, issued.certificate());
            } else if (file.content() instanceof Given outside) {
                files.readText(outside.file()).ifPresent(text -> derive(file, text));
                keepPrivate(outside.file());
            }
        }

        /** What the node of a file trusts of an authority; the certificate store keeps it. */
        private String trusted(SecretFile beside, String authority) {
            return nodeFiles().all().stream()
                    .filter(file -> file.node().equals(beside.node())
                            && file.content() instanceof Trusted trusted
                            && trusted.authority().equals(authority))
                    .findFirst()
                    .flatMap(file -> files.readText(file.storePath()))
                    .orElse("");
        }

        /** One file with certificate and key; none while a request waits for an external authority. */
        private void together(SecretFile file, NodeCertificate issued) {
            String halves = ClusterCertificates.halves(issued);
            Optional<String> certificate = files.readText(halves + ".pem");
            Optional<String> key = files.readText(halves + "-key.pem");
            if (certificate.isPresent() && key.isPresent()
                    || !authorities.outside().contains(issued.authority())) {
                derive(file, certificate.orElse("") + key.orElse(""));
            }
        }

        private Secret knownPassword(String name) {
            return Objects.requireNonNull(passwords.get(name), name);
        }

        private Secret knownVerifier(String name) {
            return Objects.requireNonNull(verifiers.get(name), name);
        }

        private void derive(SecretFile file, String text) {
            String path = file.storePath();
            Optional<String> found = files.readText(path);
            if (found.isEmpty() || !found.get().equals(text)) {
                put(path, text, found.isEmpty() ? SecretReasons.MISSING : SecretReasons.OUTDATED);
            }
            keepPrivate(path);
        }

        private void put(String path, String text, Text reason) {
            changes.add(new SecretChange(files.file(path), reason));
            if (write) {
                files.write(path, text);
            }
        }

        private void keepPrivate(String path) {
            if (write) {
                files.tighten(path);
            }
        }
    }
}
