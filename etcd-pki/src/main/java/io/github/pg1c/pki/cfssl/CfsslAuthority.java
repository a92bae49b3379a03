package io.github.pg1c.pki.cfssl;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.certificate.SigningAuthority;
import io.github.pg1c.pki.cfssl.certificate.SigningKey;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An authority from its two files, {@code -ca} and {@code -ca-key}, written by cfssl, OpenSSL or this library. Its text
 * form shows the subject, never the key.
 *
 * @since 0.1
 */
public final class CfsslAuthority {
    private static final char[] NO_PASSWORD = {};

    private final SigningAuthority authority;

    private CfsslAuthority(SigningAuthority authority) {
        this.authority = authority;
    }

    /**
     * An authority from its PEM texts; the key is PKCS#8, PKCS#1 or SEC1.
     *
     * @throws CfsslException when one cannot be read, or when the key is not the certificate's
     */
    public static CfsslAuthority open(String certificatePem, String privateKeyPem) {
        return open("ca", certificatePem, "ca-key", privateKeyPem, NO_PASSWORD);
    }

    /**
     * As {@link #open(String, String)}, with a key that is encrypted, in OpenSSL's older form or as PKCS#8.
     *
     * @param password the password, for cfssl {@code CFSSL_CA_PK_PASSWORD}; the caller wipes it
     */
    public static CfsslAuthority open(String certificatePem, String privateKeyPem, char[] password) {
        return open("ca", certificatePem, "ca-key", privateKeyPem, password);
    }

    /**
     * As {@link #open(String, String)}, from files.
     *
     * @throws PkiException when a file cannot be read
     */
    public static CfsslAuthority read(Path certificate, Path privateKey) {
        return read(certificate, privateKey, NO_PASSWORD);
    }

    /** As {@link #open(String, String, char[])}, from files. */
    public static CfsslAuthority read(Path certificate, Path privateKey, char[] password) {
        return open(certificate.toString(), text(certificate), privateKey.toString(), text(privateKey), password);
    }

    /** The certificate in PEM. */
    public String certificatePem() {
        return CfsslPem.certificate(authority.certificate());
    }

    SigningAuthority signing() {
        return authority;
    }

    @Override
    public String toString() {
        return "CfsslAuthority[subject=" + authority.certificate().getSubject() + "]";
    }

    private static CfsslAuthority open(
            String certificateName, String certificatePem, String keyName, String privateKeyPem, char[] password) {
        InputProblems problems = new InputProblems(Strictness.STRICT);
        InputPlace certificateOrigin = new InputPlace(certificateName, 0, 0, "");
        InputPlace keyOrigin = new InputPlace(keyName, 0, 0, "");
        if (CfsslPem.holdsMore(certificatePem)) {
            problems.add(CfsslRule.PEM_SEVERAL, certificateOrigin);
        }
        Optional<X509CertificateHolder> certificate =
                read(() -> CfsslPem.readCertificate(certificatePem), certificateOrigin, problems);
        Optional<SigningKey> key = read(() -> SigningKey.read(privateKeyPem, password), keyOrigin, problems);
        Optional<SigningAuthority> authority = certificate.flatMap(holder -> key.filter(
                        it -> belongs(it, holder, keyOrigin, problems))
                .flatMap(it ->
                        read(() -> SigningAuthority.of(holder, it, certificateOrigin), certificateOrigin, problems)));
        problems.orThrow();
        return new CfsslAuthority(authority.orElseThrow());
    }

    private static boolean belongs(
            SigningKey key, X509CertificateHolder certificate, InputPlace origin, InputProblems problems) {
        boolean belongs = key.belongsTo(certificate.getSubjectPublicKeyInfo());
        if (!belongs) {
            problems.add(CfsslRule.AUTHORITY_KEY_MISMATCH, origin);
        }
        return belongs;
    }

    private static <T> Optional<T> read(Supplier<T> reader, InputPlace origin, InputProblems problems) {
        try {
            return Optional.of(reader.get());
        } catch (PkiException e) {
            problems.add(CfsslRule.PEM_INVALID, origin, e.reason());
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new PkiException(Text.of("cannot read " + file, "не удалось прочитать " + file), e);
        }
    }
}
