package io.github.pg1c.pki.x509;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.SubjectName;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * The names of a certificate's holder in a comparable form. The order of names does not count, the case of the subject
 * does.
 */
public record CertificateNames(String subject, Set<SubjectName> names, boolean foreign) {
    public static CertificateNames of(CertificateRequest request) {
        return new CertificateNames(DistinguishedNames.subject(request).toString(), Set.copyOf(request.names()), false);
    }

    /**
     * The names of a certificate; {@code foreign} is true when some have a kind or form that this library never writes.
     */
    public static CertificateNames of(X509Certificate certificate) {
        Set<SubjectName> names = new HashSet<>();
        boolean foreign = false;
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                int kind = (Integer) alternative.get(0);
                if (kind == GeneralName.dNSName) {
                    names.add(SubjectName.dns((String) alternative.get(1)));
                } else if (kind == GeneralName.iPAddress) {
                    names.add(SubjectName.ip((String) alternative.get(1)));
                } else {
                    foreign = true;
                }
            }
        } catch (CertificateParsingException | IllegalArgumentException e) {
            foreign = true;
        }
        Optional<X500Name> subject = DistinguishedNames.subject(certificate);
        return new CertificateNames(
                subject.map(X500Name::toString).orElse(""), Set.copyOf(names), foreign || subject.isEmpty());
    }
}
