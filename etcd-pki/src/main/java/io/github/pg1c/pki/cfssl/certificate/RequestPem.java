package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** Reads signing requests from elsewhere, and judges their key and their signature. */
public final class RequestPem {
    private static final Set<ASN1ObjectIdentifier> SOUND = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519);
    private static final Set<ASN1ObjectIdentifier> WEAK =
            Set.of(PKCSObjectIdentifiers.sha1WithRSAEncryption, X9ObjectIdentifiers.ecdsa_with_SHA1);

    private RequestPem() {}

    /** The request, or empty when the problems say why there is none. */
    public static Optional<PKCS10CertificationRequest> read(String pem, InputPlace origin, InputProblems problems) {
        try {
            PKCS10CertificationRequest request = CfsslPem.readRequest(pem);
            if (isKeySupported(request, origin, problems) && isSignatureSupported(request, origin, problems)) {
                checkSignature(request, origin, problems);
            }
            if (!isReadable(request)) {
                problems.add(
                        CfsslRule.PEM_INVALID,
                        origin,
                        Text.of(
                                "the subject or the extensions of the signing request are damaged",
                                "субъект или расширения в запросе на сертификат повреждены"));
                return Optional.empty();
            }
            return Optional.of(request);
        } catch (PkiException e) {
            problems.add(CfsslRule.PEM_INVALID, origin, e.reason());
            return Optional.empty();
        }
    }

    private static boolean isKeySupported(
            PKCS10CertificationRequest request, InputPlace origin, InputProblems problems) {
        PublicKeyKind kind;
        try {
            kind = PublicKeyKind.of(request.getSubjectPublicKeyInfo());
        } catch (IOException | RuntimeException e) {
            throw new PkiException(
                    Text.of("the key in the signing request is damaged", "ключ в запросе на сертификат повреждён"), e);
        }
        switch (kind.grade()) {
            case WEAK -> problems.add(CfsslRule.REQUEST_KEY_WEAK, origin, kind.name());
            case UNSUPPORTED -> problems.add(CfsslRule.REQUEST_KEY_UNSUPPORTED, origin, kind.name());
            case SOUND -> {}
        }
        return kind.grade() != PublicKeyKind.Grade.UNSUPPORTED;
    }

    private static boolean isSignatureSupported(
            PKCS10CertificationRequest request, InputPlace origin, InputProblems problems) {
        ASN1ObjectIdentifier id = request.getSignatureAlgorithm().getAlgorithm();
        String name = new DefaultAlgorithmNameFinder().getAlgorithmName(id);
        if (WEAK.contains(id)) {
            problems.add(CfsslRule.REQUEST_DIGEST_WEAK, origin, name);
        } else if (!SOUND.contains(id)) {
            problems.add(CfsslRule.REQUEST_SIGNATURE_UNSUPPORTED, origin, name);
            return false;
        }
        return true;
    }

    private static void checkSignature(PKCS10CertificationRequest request, InputPlace origin, InputProblems problems) {
        boolean isValid;
        try {
            isValid = request.isSignatureValid(Signatures.of(request.getSubjectPublicKeyInfo()));
        } catch (OperatorCreationException | PKCSException | RuntimeException e) {
            // A signature of another kind than the key, or a key that is none: a modulus with small factors, a point
            // beside the curve.
            isValid = false;
        }
        if (!isValid) {
            problems.add(CfsslRule.REQUEST_SIGNATURE, origin);
        }
    }

    private static boolean isReadable(PKCS10CertificationRequest request) {
        try {
            Subject.rewritten(request.getSubject());
            Extensions extensions = request.getRequestedExtensions();
            if (extensions != null) {
                GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
                if (names != null) {
                    AlternativeNames.of(names).texts();
                }
                BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
                if (constraints != null && constraints.getPathLenConstraint() != null) {
                    constraints.getPathLenConstraint().intValueExact();
                }
            }
            return true;
        } catch (RuntimeException e) {
            // Bouncy Castle decodes late, and a damaged part ends in any exception.
            return false;
        }
    }
}
