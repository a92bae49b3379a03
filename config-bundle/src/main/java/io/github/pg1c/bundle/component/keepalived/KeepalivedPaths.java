package io.github.pg1c.bundle.component.keepalived;

/** Places of keepalived's files on a node. */
final class KeepalivedPaths {

    /** Program. */
    static final String PROGRAM = "/usr/sbin/keepalived";
    /** Configuration. */
    static final String CONFIG = "/etc/keepalived/keepalived.conf";
    /** What {@link #FIND_INTERFACES} found: definitions for the configuration. */
    static final String INTERFACES = "/run/keepalived/interfaces.conf";
    /** Beginning of the paths of what belongs into the instances; the number of the address and {@code .conf} follow. */
    static final String TRACKED = "/run/keepalived/tracked-";
    /** Finds the interfaces of the node and of the addresses. */
    static final String FIND_INTERFACES = "/usr/local/sbin/pg1c-entrance-interfaces";
    /** Asks the balancer whether it works; SELinux lets keepalived run what is in this directory. */
    static final String CHECK = "/usr/libexec/keepalived/pg1c-check-entrance";

    private KeepalivedPaths() {}
}
