package io.github.pg1c.secrets;

import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.Issuance.Action;
import io.github.pg1c.secrets.content.ClusterCertificates;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The encrypted keys of the authorities. Tells whether an operation needs the passphrase, and whether a missing or
 * wrong one made it fail.
 */
final class AuthorityKeys {

    private static final Set<Action> WITH_A_KEY = EnumSet.of(Action.ISSUED, Action.RENEWED);

    private final PrivateDirectory files;
    private final Optional<Passphrase> passphrase;

    AuthorityKeys(PrivateDirectory files, Optional<Passphrase> passphrase) {
        this.files = files;
        this.passphrase = passphrase;
    }

    /** Whether a key of an authority is encrypted. */
    boolean encrypted() {
        return !encryptedDirectories().isEmpty();
    }

    /** @throws PassphraseException when keys are needed that are encrypted, and there is no passphrase */
    void needed() {
        if (passphrase.isEmpty() && encrypted()) {
            throw PassphraseException.missing();
        }
    }

    /**
     * Checks before anything is written.
     *
     * @param rows the inventory with what would be done
     * @throws PassphraseException when something would be issued, keys are encrypted, and there is no passphrase
     */
    void neededFor(Supplier<List<CertificateStatus>> rows) {
        if (passphrase.isPresent() || !encrypted()) {
            return;
        }
        boolean issues = rows.get().stream()
                // A copy of what is trusted or revoked needs no key.
                .filter(row -> !CertificateIds.isCopy(row.next().id()))
                .anyMatch(row -> WITH_A_KEY.contains(row.next().action()));
        if (issues) {
            throw PassphraseException.missing();
        }
    }

    /** A failure because of a wrong passphrase as a {@link PassphraseException}, any other one unchanged. */
    PkiException explain(PkiException failure) {
        boolean wrong = passphrase.isPresent()
                && encryptedDirectories().stream().anyMatch(directory -> !opens(directory, passphrase.get()));
        return wrong ? PassphraseException.wrong() : failure;
    }

    private boolean opens(String directory, Passphrase secret) {
        try {
            Optional<byte[]> certificate = files.read(directory + "/ca.pem");
            if (certificate.isPresent()) {
                IssuedCertificate.open(
                        certificate.get(), files.read(directory + "/ca-key.pem").orElseThrow(), secret);
            }
            return true;
        } catch (PkiException e) {
            return false;
        }
    }

    private List<String> encryptedDirectories() {
        return ClusterCertificates.AUTHORITIES.stream()
                .flatMap(name -> List.of("ca/" + name, "ca/" + name + "/next", "ca/" + name + "/old").stream())
                .filter(directory -> files.readText(directory + "/ca-key.pem")
                        .filter(pem -> pem.contains("ENCRYPTED"))
                        .isPresent())
                .toList();
    }
}
