package io.github.pg1c.bundle.component.etcd;

/** Places of etcd's files on a node. */
public final class EtcdPaths {

    /** Configuration. */
    public static final String CONFIG = "/etc/etcd/etcd.yml";
    /** Certificates and keys: {@code server} and {@code peer}, owned by etcd's user. */
    public static final String TLS = "/etc/etcd/tls";
    /** Certificates of the authority. */
    public static final String CA = TLS + "/ca.pem";
    /** Revocation list of the authority, DER; missing before the first revocation. */
    public static final String REVOKED = TLS + "/crl.der";
    /** Certificate for etcdctl, without {@code .pem} and {@code -key.pem}; readable by root only. */
    public static final String CLIENT = TLS + "/client";

    /** User and password for an etcd outside, for a shell; readable by root only. */
    static final String LOGIN = "/etc/etcd/login.env";
    /** Program that asks an etcd outside whether the cluster can use it. */
    static final String CHECK = "/usr/local/sbin/pg1c-etcd-check";

    private EtcdPaths() {}
}
