package io.github.pg1c.bundle.part;

import java.util.List;

/**
 * A certificate that a component needs for a node, or for the operator.
 *
 * @param id name in the secrets store, such as {@code pg1/haproxy-client}; unique in the cluster
 * @param authority name of the authority that issues it
 * @param purpose the name of a purpose of etcd-pki, such as {@code ETCD_SERVER}
 * @param commonName the subject's common name; empty for none
 * @param names alternative names: host names and addresses
 * @since 0.1
 */
public record NodeCertificate(String id, String authority, String purpose, String commonName, List<String> names) {

    public NodeCertificate {
        names = List.copyOf(names);
    }
}
