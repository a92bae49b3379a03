package io.github.pg1c.bundle.part;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one component, or all of them together, declare of the secrets store besides the files of the nodes. The store
 * makes and rotates what is declared and knows no component by name.
 *
 * @param authorities authorities of the cluster, in the order in which they are listed
 * @param operators what people and programs outside of the nodes connect with
 * @param renewedWithTrust purposes of certificates that are renewed whenever the trust in their authority changes,
 *     because their service reads again what it trusts only when its certificate changes
 * @since 0.1
 */
public record SecretsPart(List<Authority> authorities, List<OperatorAccess> operators, Set<String> renewedWithTrust) {

    /** Nothing. */
    public static final SecretsPart EMPTY = new SecretsPart(List.of(), List.of(), Set.of());

    public SecretsPart {
        authorities = List.copyOf(authorities);
        operators = List.copyOf(operators);
        renewedWithTrust = Set.copyOf(renewedWithTrust);
    }

    /** All parts as one. */
    public static SecretsPart of(Collection<SecretsPart> parts) {
        return new SecretsPart(
                parts.stream().flatMap(part -> part.authorities.stream()).toList(),
                parts.stream().flatMap(part -> part.operators.stream()).toList(),
                parts.stream().flatMap(part -> part.renewedWithTrust.stream()).collect(Collectors.toSet()));
    }

    /**
     * The authority that issues certificates of a purpose: the one that names it, or the one that names none.
     *
     * @throws IllegalArgumentException when no authority issues them
     */
    public Authority authority(String purpose) {
        return authorities.stream()
                .filter(authority -> authority.purposes().contains(purpose))
                .findFirst()
                .or(() -> authorities.stream()
                        .filter(authority -> authority.purposes().isEmpty())
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no authority issues " + purpose));
    }

    /**
     * An authority of the cluster.
     *
     * @param name its name
     * @param purposes purposes of the certificates that the specification asks for and that this authority alone
     *     issues; empty for the one that issues all others
     */
    public record Authority(String name, Set<String> purposes) {
        public Authority {
            purposes = Set.copyOf(purposes);
        }
    }

    /**
     * What a person or a program needs to operate a service.
     *
     * @param certificate the operator's certificate; its id is its place in the secrets store
     * @param trusted place in the secrets store of what is trusted of the service, PEM
     * @param login user and password besides the certificate; empty where the service asks for none
     */
    public record OperatorAccess(NodeCertificate certificate, String trusted, Optional<Login> login) {}

    /**
     * A user of a service.
     *
     * @param user its name
     * @param password name of the password in the secrets store
     */
    public record Login(String user, String password) {}
}
