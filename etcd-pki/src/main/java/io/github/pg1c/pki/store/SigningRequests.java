package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.BouncyCastle;
import io.github.pg1c.pki.key.KeyPairs;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.x509.CertificateProfile;
import io.github.pg1c.pki.x509.DistinguishedNames;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Requests to an external authority, in {@code requests/<path of the certificate>.csr}. A new key waits beside its
 * request; the certificate in use keeps its key until the answer arrives.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2986">RFC 2986</a>
 */
final class SigningRequests {
    private final StagedFiles draft;

    SigningRequests(StagedFiles draft) {
        this.draft = draft;
    }

    static Path request(CertificatePlan.Certificate planned) {
        return beside(planned, ".csr");
    }

    static Path key(CertificatePlan.Certificate planned) {
        return beside(planned, ".key");
    }

    private static Path beside(CertificatePlan.Certificate planned, String suffix) {
        Path path = Path.of(StorePaths.REQUESTS).resolve(planned.certificate());
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Writes the request, unless a right one exists. */
    Issuance.Action ensure(
            CertificatePlan.Certificate planned, Examination examination, KeyAlgorithm algorithm, SecureRandom random) {
        KeyPair keys = examination.reusableKey().or(() -> waiting(planned)).orElseGet(() -> {
            KeyPair fresh = KeyPairs.generate(algorithm, random);
            draft.replace(key(planned), PemText.privateKey(fresh.getPrivate()));
            return fresh;
        });
        if (isWritten(planned, keys)) {
            return Issuance.Action.AWAITED;
        }
        draft.replace(request(planned), PemText.request(make(planned.request(), keys, random)));
        return Issuance.Action.REQUESTED;
    }

    /** What {@link #ensure} would do. */
    Issuance.Action examine(CertificatePlan.Certificate planned, Examination examination) {
        return examination
                        .reusableKey()
                        .or(() -> waiting(planned))
                        .filter(keys -> isWritten(planned, keys))
                        .isPresent()
                ? Issuance.Action.AWAITED
                : Issuance.Action.REQUESTED;
    }

    /** The key that waits for its certificate. */
    Optional<KeyPair> waiting(CertificatePlan.Certificate planned) {
        try {
            return draft.read(key(planned)).map(PemText::readPrivateKey).map(KeyPairs::of);
        } catch (PkiException e) {
            return Optional.empty();
        }
    }

    private boolean isWritten(CertificatePlan.Certificate planned, KeyPair keys) {
        try {
            Optional<String> text = draft.read(request(planned));
            if (text.isEmpty()) {
                return false;
            }
            PKCS10CertificationRequest found = new PKCS10CertificationRequest(PemText.readRequest(text.get()));
            return Arrays.equals(
                            found.getSubjectPublicKeyInfo().getEncoded(),
                            keys.getPublic().getEncoded())
                    && found.getSubject().equals(DistinguishedNames.subject(planned.request()))
                    && extensions(planned.request(), keys).equals(found.getRequestedExtensions());
        } catch (IOException | RuntimeException e) {
            // Damaged; it is written again.
            return false;
        }
    }

    private static byte[] make(CertificateRequest request, KeyPair keys, SecureRandom random) {
        KeyAlgorithm algorithm = KeyAlgorithm.of(keys.getPublic())
                .orElseThrow(() -> new PkiException(Text.of(
                        "a key of the kind " + keys.getPublic().getAlgorithm() + " is not supported",
                        "ключи вида " + keys.getPublic().getAlgorithm() + " не поддерживаются")));
        try {
            PKCS10CertificationRequest made = new PKCS10CertificationRequestBuilder(
                            DistinguishedNames.subject(request),
                            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(request, keys))
                    .build(CertificateProfile.signer(algorithm, keys.getPrivate(), random));
            if (!made.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(keys.getPublic()))) {
                throw new PkiException(Text.of(
                        "the new signing request for " + request.purpose() + " failed its own check",
                        "новый запрос на подпись для " + request.purpose() + " не прошёл собственную проверку"));
            }
            return made.getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new PkiException(
                    Text.of(
                            "the signing request for " + request.purpose() + " cannot be made",
                            "не удалось создать запрос на подпись для " + request.purpose()),
                    e);
        }
    }

    private static Extensions extensions(CertificateRequest request, KeyPair keys) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(CertificateProfile.keyUsage(
                            KeyAlgorithm.of(keys.getPublic()).orElseThrow())));
            extensions.addExtension(
                    Extension.extendedKeyUsage, false, CertificateProfile.extendedKeyUsage(request.purpose()));
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            if (!request.names().isEmpty()) {
                extensions.addExtension(
                        Extension.subjectAlternativeName,
                        request.commonName().isEmpty(),
                        CertificateProfile.generalNames(request));
            }
            return extensions.generate();
        } catch (IOException e) {
            throw new PkiException(
                    Text.of(
                            "the signing request for " + request.purpose() + " cannot be made",
                            "не удалось создать запрос на подпись для " + request.purpose()),
                    e);
        }
    }
}
