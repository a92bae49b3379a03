package io.github.pg1c.patroni;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate chain, own certificate first, with the key. */
record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
    ClientCertificate {
        chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
        return "ClientCertificate[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
