package io.github.pg1c.secrets.operation;

import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes authorities, certificates and all other secrets of a cluster that are missing, as a generation does, without
 * writing any configuration.
 *
 * @since 0.1
 */
public record CertificateCreation() {

    /**
     * What was made.
     *
     * @param change what was written and which files nodes must get
     * @param first whether there were no certificates before, so that no node has one yet
     * @param encrypted whether the keys of the authorities are encrypted
     * @since 0.1
     */
    public record Result(PkiChange change, boolean first, boolean encrypted) {}

    /**
     * Makes what is missing.
     *
     * @throws io.github.pg1c.secrets.PassphraseException when the passphrase of the authorities' keys is missing or
     *     wrong; nothing was changed
     */
    public Result run(ClusterPki pki, Clock clock, SecureRandom random) {
        boolean first = !pki.exists();
        PkiChange change = pki.ensure(clock, random);
        return new Result(change, first, pki.isEncrypted());
    }
}
