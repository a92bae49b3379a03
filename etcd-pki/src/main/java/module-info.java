/** Certificates for etcd, Patroni, PostgreSQL and the programs around them; Bouncy Castle is not part of the API. */
@SuppressWarnings("requires-automatic")
module io.github.pg1c.pki {
    requires transitive io.github.pg1c.base;
    requires com.fasterxml.jackson.core;
    requires re2j;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports io.github.pg1c.pki;
    exports io.github.pg1c.pki.authority;
    exports io.github.pg1c.pki.cfssl;
    exports io.github.pg1c.pki.cfssl.input;
    exports io.github.pg1c.pki.plan;
    exports io.github.pg1c.pki.store;
    exports io.github.pg1c.pki.tls;
}
