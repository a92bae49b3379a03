package io.github.pg1c.pki.plan;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The planned content of a store: authorities, their certificates, and copies of trusted certificates and revocation
 * lists. Paths are relative to the store's directory and stay inside it.
 *
 * @param authorities the authorities, by name
 * @param certificates the certificates
 * @param trusts where the authorities' certificates are needed
 * @param revocationLists where the authorities' revocation lists are needed
 * @since 0.1
 */
public record CertificatePlan(
        List<Authority> authorities,
        List<Certificate> certificates,
        List<Trust> trusts,
        List<RevocationList> revocationLists) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

    /**
     * Checks that names are known and unique and that no two files fall on one path.
     *
     * @throws IllegalArgumentException when the plan contradicts itself
     */
    public CertificatePlan {
        authorities = List.copyOf(authorities);
        certificates = List.copyOf(certificates);
        trusts = List.copyOf(trusts);
        revocationLists = List.copyOf(revocationLists);
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        // Compared in lower case, for file systems that ignore case.
        Set<String> paths = new HashSet<>();
        for (Authority authority : authorities) {
            unique(names, authority.name(), "authority");
        }
        for (Certificate certificate : certificates) {
            known(names, certificate.authority());
            unique(ids, certificate.id(), "certificate");
            unique(paths, PlannedPath.folded(certificate.certificate()), "file");
            unique(paths, PlannedPath.folded(certificate.privateKey()), "file");
        }
        for (Trust trust : trusts) {
            known(names, trust.authority());
            unique(paths, PlannedPath.folded(trust.file()), "file");
        }
        for (RevocationList list : revocationLists) {
            known(names, list.authority());
            unique(paths, PlannedPath.folded(list.file()), "file");
        }
    }

    /** A plan without revocation lists on the nodes. */
    public CertificatePlan(List<Authority> authorities, List<Certificate> certificates, List<Trust> trusts) {
        this(authorities, certificates, trusts, List.of());
    }

    /**
     * An authority, which the store keeps in {@code ca/<name>/}.
     *
     * @param name its name in the plan and on disk: lower case letters, digits, and {@code . _ -} inside
     * @param keyHolder the holder of its key
     */
    public record Authority(String name, KeyHolder keyHolder) {
        /** Checks the name. */
        public Authority {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + Excerpt.of(name) + "\" cannot be the name of an authority");
            }
        }

        /** An authority that the store makes once by this request. */
        public Authority(String name, CaRequest request) {
            this(name, new Own(request));
        }

        /** Whether the key is outside of the store. */
        public boolean isExternal() {
            return keyHolder instanceof External;
        }
    }

    /** The holder of an authority's key. */
    public sealed interface KeyHolder {}

    /**
     * The store: it makes the authority once and issues with it.
     *
     * @param request the request for the authority
     */
    public record Own(CaRequest request) implements KeyHolder {}

    /**
     * An external authority, for example that of a company. The store has its certificate, writes signing requests, and
     * waits for the answers.
     */
    public record External() implements KeyHolder {}

    /**
     * A certificate and its key.
     *
     * @param id a stable name for reports, for example {@code node1/etcd-server}
     * @param authority the name of the authority that issues it
     * @param request its content
     * @param certificate the path of the certificate, PEM
     * @param privateKey the path of the key, PEM of PKCS#8; for HAProxy this is {@code <certificate>.key}
     */
    public record Certificate(
            String id, String authority, CertificateRequest request, Path certificate, Path privateKey) {
        /** Checks the paths. */
        public Certificate {
            certificate = PlannedPath.of(certificate);
            privateKey = PlannedPath.of(privateKey);
        }
    }

    /**
     * A current copy of the trusted certificates of an authority: its certificate; both generations while it is being
     * replaced; the chain up to the root for an external authority.
     *
     * @param authority the name of the authority
     * @param file the path of the copy, PEM
     */
    public record Trust(String authority, Path file) {
        /** Checks the path. */
        public Trust {
            file = PlannedPath.of(file);
        }
    }

    /**
     * A copy of an authority's revocation lists, kept current.
     *
     * @param authority the name of the authority
     * @param file the path of the copy
     * @param form its form
     */
    public record RevocationList(String authority, Path file, Form form) {
        /** Checks the path. */
        public RevocationList {
            file = PlannedPath.of(file);
        }

        /** The form of a revocation list. */
        public enum Form {
            /**
             * The lists of all trusted generations, one after the other; for programs with OpenSSL, such as PostgreSQL
             * and HAProxy.
             */
            PEM,
            /**
             * One list, for etcd; since 3.6 it reads no other form. It names the revoked certificates of all
             * generations.
             */
            DER
        }
    }

    private static void known(Set<String> names, String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("the plan has no authority \"" + Excerpt.of(name) + "\"");
        }
    }

    private static void unique(Set<String> seen, String name, String what) {
        if (!seen.add(name)) {
            throw new IllegalArgumentException("the plan has the " + what + " \"" + Excerpt.of(name) + "\" twice");
        }
    }
}
