package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The facts about an authority that the check of a request needs; the authority need not exist yet. A path length of -1
 * means none.
 */
public record Issuer(
        X500Name name, ValidityPeriod life, boolean isAuthority, boolean maySign, int pathLength, InputPlace origin) {
    public static Issuer of(X509CertificateHolder certificate, InputPlace origin) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return new Issuer(
                certificate.getSubject(),
                new ValidityPeriod(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()),
                constraints != null && constraints.isCA(),
                usage == null || usage.hasUsages(KeyUsage.keyCertSign),
                constraints == null || constraints.getPathLenConstraint() == null
                        ? -1
                        : constraints.getPathLenConstraint().intValueExact(),
                origin);
    }

    public boolean mayIssue() {
        return isAuthority && maySign;
    }

    void check(Instant now, InputProblems problems) {
        if (!mayIssue()) {
            problems.add(CfsslRule.ISSUER_NOT_AUTHORITY, origin, name.toString());
        } else if (!life.contains(now)) {
            problems.add(
                    CfsslRule.AUTHORITY_NOT_VALID,
                    origin,
                    life.notBefore().toString(),
                    life.notAfter().toString());
        }
    }
}
