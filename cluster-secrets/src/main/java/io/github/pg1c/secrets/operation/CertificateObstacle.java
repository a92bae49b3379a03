package io.github.pg1c.secrets.operation;

import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.secrets.ClusterPki;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that prevents an operation on certificates.
 *
 * @since 0.1
 */
public sealed interface CertificateObstacle {

    /**
     * There are no certificates yet.
     *
     * @param directory where the secrets of the cluster would be
     */
    record NoCertificates(Path directory) implements CertificateObstacle {}

    /**
     * No certificate has this id.
     *
     * @param pattern what was asked for
     * @param similar up to four existing ids, the most similar ones where there are any
     */
    record UnknownCertificate(String pattern, List<String> similar) implements CertificateObstacle {
        /** Copies the list. */
        public UnknownCertificate {
            similar = List.copyOf(similar);
        }
    }

    /**
     * No authority of the cluster has issued this serial number.
     *
     * @param serial the number
     */
    record UnknownSerial(BigInteger serial) implements CertificateObstacle {}

    /**
     * A new key of an authority needs the steps of {@link AuthorityRotation}.
     *
     * @param authority its name
     */
    record AuthorityNeedsRotation(String authority) implements CertificateObstacle {}

    /**
     * No list can revoke an authority; {@link AuthorityRotation} replaces its key.
     *
     * @param authority its name
     */
    record AuthorityCannotBeRevoked(String authority) implements CertificateObstacle {}

    /**
     * This cluster has no such authority, because somebody else operates the service that it is for.
     *
     * @param authority its name
     * @param present the authorities of the cluster
     */
    record AuthorityIsMissing(String authority, List<String> present) implements CertificateObstacle {
        /** Copies the list. */
        public AuthorityIsMissing {
            present = List.copyOf(present);
        }

        /** The obstacle where a cluster has no such authority. */
        static List<CertificateObstacle> of(String authority, ClusterPki pki) {
            List<String> present = pki.plan().authorities().stream()
                    .map(CertificatePlan.Authority::name)
                    .toList();
            return present.contains(authority) ? List.of() : List.of(new AuthorityIsMissing(authority, present));
        }
    }

    /**
     * The authority is external, so its certificate is imported and not issued.
     *
     * @param authority its name
     */
    record AuthorityIsOutside(String authority) implements CertificateObstacle {}

    /**
     * An external authority has issued the certificate and has to revoke it.
     *
     * @param certificate the certificate's id
     */
    record IssuedOutside(String certificate) implements CertificateObstacle {}

    /**
     * All authorities have their keys here, so there is no external authority to send requests to or to import from.
     */
    record NobodyOutside() implements CertificateObstacle {}

    /**
     * It is not clear which external authority is meant: the named one is not external, or none was named.
     *
     * @param outside the external authorities
     */
    record AuthorityNotChosen(List<String> outside) implements CertificateObstacle {
        /** Copies the list. */
        public AuthorityNotChosen {
            outside = List.copyOf(outside);
        }
    }
}
