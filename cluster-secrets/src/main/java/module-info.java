/** The secrets of a cluster: keys, certificates, passwords, and the files of the nodes that hold them. */
module io.github.pg1c.secrets {
    requires transitive io.github.pg1c.bundle;
    requires transitive io.github.pg1c.pki;
    requires static org.jspecify;

    exports io.github.pg1c.secrets;
    exports io.github.pg1c.secrets.generate;
    exports io.github.pg1c.secrets.operation;
}
