package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** An authority that can sign: its certificate, its key, and the facts for checking a request. */
public record SigningAuthority(X509CertificateHolder certificate, SigningKey key, Issuer issuer, PublicKeyKind kind) {

    /**
     * An authority whose key belongs to its certificate.
     *
     * @throws PkiException when a part of the certificate that matters is damaged
     */
    public static SigningAuthority of(X509CertificateHolder certificate, SigningKey key, InputPlace origin) {
        try {
            SigningAuthority authority = new SigningAuthority(
                    certificate,
                    key,
                    Issuer.of(certificate, origin),
                    PublicKeyKind.of(certificate.getSubjectPublicKeyInfo()));
            // Each is decoded now, so that nothing is found out while it signs.
            authority.keyIdentifier();
            authority.names();
            Subject.rewritten(certificate.getSubject());
            return authority;
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle decodes late, and a damaged part ends in any exception.
            throw new PkiException(
                    Text.of(
                            "the certificate of the authority is damaged",
                            "сертификат удостоверяющего центра повреждён"),
                    e);
        }
    }

    /** The identifier that certificates refer to, or an empty array; other programs' authorities may lack it. */
    public byte[] keyIdentifier() {
        Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
        return extension == null
                ? new byte[0]
                : SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
    }

    /** The names beside the subject. */
    public AlternativeNames names() {
        GeneralNames names = GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        return names == null ? AlternativeNames.NONE : AlternativeNames.of(names);
    }

    /** Whether it may issue now. */
    public void check(Instant now, InputProblems problems) {
        checkLasting(problems);
        issuer.check(now, problems);
    }

    /** What is wrong with it whenever it issues: a renewal mends none of that. */
    public void checkLasting(InputProblems problems) {
        switch (kind.grade()) {
            case WEAK -> problems.add(CfsslRule.AUTHORITY_KEY_WEAK, issuer.origin(), kind.name());
            case UNSUPPORTED -> problems.add(CfsslRule.AUTHORITY_KEY_UNSUPPORTED, issuer.origin(), kind.name());
            case SOUND -> {}
        }
        if (issuer.name().getRDNs().length == 0) {
            problems.add(CfsslRule.AUTHORITY_NAMELESS, issuer.origin());
        }
    }
}
