package io.github.pg1c.pki.tls;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.key.PemText;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The TLS identity of a program: its certificate and key, the authorities that it trusts, and the revocation lists that
 * it applies.
 *
 * <pre>{@code
 * SSLContext context = TlsIdentity.of(issued, authority).sslContext();
 * SSLContext context = TlsIdentity.pem(certificatePem, privateKeyPem, trustedPem).sslContext();
 * SSLContext context = PkiStore.at(directory).planned(plan).tls("node1/patroni-etcd").sslContext();
 * }</pre>
 *
 * <p>The opener of a connection checks host names, as always with the JDK: HTTP clients do, sockets need
 * {@link javax.net.ssl.SSLParameters#setEndpointIdentificationAlgorithm}. Immutable and safe for use by several
 * threads.
 *
 * @since 0.1
 */
public final class TlsIdentity {
    private static final String ALIAS = "own";
    private static final String TYPE = "PKCS12";
    private static final char[] NO_PASSWORD = {};

    private final Optional<IssuedCertificate> own;
    private final List<X509Certificate> intermediates;
    private final List<X509Certificate> trusted;
    private final List<X509CRL> revocationLists;

    private TlsIdentity(
            Optional<IssuedCertificate> own,
            List<X509Certificate> intermediates,
            List<X509Certificate> trusted,
            List<X509CRL> revocationLists) {
        this.own = own;
        this.intermediates = List.copyOf(intermediates);
        this.trusted = List.copyOf(trusted);
        this.revocationLists = List.copyOf(revocationLists);
    }

    /** A new certificate, with trust in its authority. */
    public static TlsIdentity of(IssuedCertificate own, CertificateAuthority trusted) {
        return new TlsIdentity(Optional.of(own), List.of(), List.of(trusted.certificate()), List.of());
    }

    /**
     * An identity from PEM texts.
     *
     * @param certificates the own certificate, then those of intermediate authorities if there are any
     * @param privateKey the key: unencrypted PKCS#8, PKCS#1 or SEC1
     * @param trusted the certificates of the authorities that are trusted, at least one
     * @throws PkiException when a text cannot be read, or the key is not the certificate's
     */
    public static TlsIdentity pem(String certificates, String privateKey, String trusted) {
        List<X509Certificate> chain = PemText.readCertificates(certificates);
        return pem(chain, IssuedCertificate.of(chain.get(0), PemText.readPrivateKey(privateKey)), trusted);
    }

    /**
     * As {@link #pem(String, String, String)}, with an encrypted key.
     *
     * @throws PkiException as there, and when the passphrase is wrong
     */
    public static TlsIdentity pem(String certificates, String privateKey, Passphrase passphrase, String trusted) {
        List<X509Certificate> chain = PemText.readCertificates(certificates);
        return pem(chain, IssuedCertificate.of(chain.get(0), PemText.readPrivateKey(privateKey, passphrase)), trusted);
    }

    private static TlsIdentity pem(List<X509Certificate> chain, IssuedCertificate own, String trusted) {
        return new TlsIdentity(
                Optional.of(own), chain.subList(1, chain.size()), PemText.readCertificates(trusted), List.of());
    }

    /**
     * A client without a certificate of its own.
     *
     * @param trusted the certificates of the authorities that are trusted, PEM, at least one
     */
    public static TlsIdentity anonymous(String trusted) {
        return new TlsIdentity(Optional.empty(), List.of(), PemText.readCertificates(trusted), List.of());
    }

    /**
     * The same, with revocation lists. Peers with certificates in these lists are refused. The authority of every peer
     * then needs a current list; without one, or after its end, the peer is refused.
     *
     * @param lists PEM, one list or several
     * @throws PkiException when there is none, or one cannot be read
     */
    public TlsIdentity withRevocationLists(String lists) {
        List<X509CRL> read = PemText.readRevocationLists(lists);
        if (read.isEmpty()) {
            throw new PkiException(Text.of("there is no X509 CRL block", "нет блока X509 CRL"));
        }
        return new TlsIdentity(own, intermediates, trusted, read);
    }

    /** A context for TLS 1.2 and 1.3 with these managers. */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.isPresent() ? new KeyManager[] {keyManager()} : new KeyManager[0],
                    new TrustManager[] {trustManager()},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /**
     * The manager that presents the own certificate with its chain.
     *
     * @throws IllegalStateException when there is none
     */
    public X509ExtendedKeyManager keyManager() {
        IssuedCertificate identity =
                own.orElseThrow(() -> new IllegalStateException("an anonymous client has no certificate"));
        try {
            KeyStore keys = emptyStore();
            Certificate[] chain = Stream.concat(Stream.of(identity.certificate()), intermediates.stream())
                    .toArray(Certificate[]::new);
            keys.setKeyEntry(ALIAS, identity.privateKey(), NO_PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, NO_PASSWORD);
            return only(X509ExtendedKeyManager.class, factory.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    /** The manager that accepts peers of the trusted authorities, unless a revocation list names them. */
    public X509ExtendedTrustManager trustManager() {
        try {
            KeyStore anchors = emptyStore();
            for (int i = 0; i < trusted.size(); i++) {
                anchors.setCertificateEntry("ca" + i, trusted.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            if (revocationLists.isEmpty()) {
                factory.init(anchors);
            } else {
                factory.init(new CertPathTrustManagerParameters(heeding(anchors)));
            }
            return only(X509ExtendedTrustManager.class, factory.getTrustManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    private PKIXBuilderParameters heeding(KeyStore anchors) throws GeneralSecurityException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(revocationLists)));
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
        // Only the given lists count; nothing is asked over the network.
        checker.setOptions(EnumSet.of(
                PKIXRevocationChecker.Option.PREFER_CRLS,
                PKIXRevocationChecker.Option.NO_FALLBACK,
                PKIXRevocationChecker.Option.ONLY_END_ENTITY));
        parameters.addCertPathChecker(checker);
        return parameters;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        return store;
    }

    private static <T> T only(Class<T> type, Object[] managers) {
        return Stream.of(managers)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + type.getSimpleName()));
    }

    private static PkiException unusable(Exception cause) {
        return new PkiException(
                Text.of(
                        "the certificate cannot be used for TLS in this JVM",
                        "сертификат нельзя использовать для TLS в этой JVM"),
                cause);
    }

    @Override
    public String toString() {
        return "TlsIdentity["
                + own.map(issued ->
                                issued.certificate().getSubjectX500Principal().toString())
                        .orElse("anonymous")
                + ", trusted="
                + trusted.stream()
                        .map(ca -> ca.getSubjectX500Principal().toString())
                        .toList()
                + ", revocationLists=" + revocationLists.size() + "]";
    }
}
