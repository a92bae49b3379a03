package io.github.pg1c.secrets;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.pki.store.Issuance;
import java.util.List;

/**
 * What an operation on a cluster's certificates did.
 *
 * @param issuances what became of each authority, certificate and copy, as the store of certificates tells it
 * @param files what was written in the secrets store and why, with the files that are put together from others
 * @param deliver what each node has to be given, with what that needs there; in the order of the specification
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
