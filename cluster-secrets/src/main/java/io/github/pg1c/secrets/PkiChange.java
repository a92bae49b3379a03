package io.github.pg1c.secrets;

import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.pki.store.Issuance;
import java.util.List;

/**
 * What an operation on a cluster's certificates did.
 *
 * @param issuances what was done with each authority, certificate and copy, as the certificate store reports it
 * @param files what was written in the secrets store and why, including files assembled from others
 * @param deliver the files that each node must get, with the need of each, in the order of the specification
 * @since 0.1
 */
public record PkiChange(List<Issuance> issuances, List<SecretChange> files, List<SecretFile> deliver) {

    /** Copies the lists. */
    public PkiChange {
        issuances = List.copyOf(issuances);
        files = List.copyOf(files);
        deliver = List.copyOf(deliver);
    }
}
