package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.Located;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The content of a certificate except its key: the parts of the request that the profile allows, and the profile. */
public record CertificateDraft(
        X500Name subject,
        AlternativeNames names,
        List<Extension> requested,
        SigningProfile profile,
        ValidityPeriod life,
        InputPlace origin) {

    /** From a request in JSON. */
    public static CertificateDraft of(
            RequestJson request, AlternativeNames names, SigningProfile profile, Instant now) {
        return of(request.subject().name(), names, request.requestedExtensions(), profile, now, request.origin());
    }

    /** From a signing request; hosts, when there are any, replace its own. */
    public static CertificateDraft of(
            PKCS10CertificationRequest request,
            AlternativeNames hosts,
            SigningProfile profile,
            Instant now,
            InputPlace origin,
            InputProblems problems) {
        Extensions extensions = request.getRequestedExtensions();
        List<Extension> requested = new ArrayList<>();
        AlternativeNames names = AlternativeNames.NONE;
        if (extensions != null) {
            Arrays.stream(extensions.getExtensionOIDs())
                    .map(extensions::getExtension)
                    .forEach(requested::add);
            GeneralNames asked = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
            names = asked == null ? names : AlternativeNames.of(asked);
        }
        Subject.check(request.getSubject(), origin.at("subject"), problems);
        if (hosts.isEmpty()) {
            names.check(origin.at("subjectAltName"), problems);
        }
        X500Name subject = problems.isStrict() ? request.getSubject() : Subject.rewritten(request.getSubject());
        return of(subject, hosts.isEmpty() ? names : hosts, requested, profile, now, origin);
    }

    private static CertificateDraft of(
            X500Name subject,
            AlternativeNames names,
            List<Extension> requested,
            SigningProfile profile,
            Instant now,
            InputPlace origin) {
        return new CertificateDraft(
                profile.copied().isPresent() && !profile.copied().get().subject() ? new X500Name(new RDN[0]) : subject,
                profile.copied().map(names::limitedTo).orElse(names),
                requested,
                profile,
                ValidityPeriod.of(profile, now),
                origin);
    }

    /** Extensions of the request that are copied into the certificate. */
    List<Extension> copied() {
        return requested.stream()
                .filter(extension -> !extension.getExtnId().equals(Extension.basicConstraints))
                .filter(extension ->
                        profile.copyExtensions() || extension.getExtnId().equals(RequestJson.DELEGATION))
                .toList();
    }

    public void check(Issuer issuer, Instant now, InputProblems problems) {
        checkNames(problems);
        if (subject.equals(issuer.name())) {
            problems.add(CfsslRule.SUBJECT_OF_AUTHORITY, origin, subject.toString());
        }
        if (life.notAfter().isAfter(issuer.life().notAfter())) {
            problems.add(
                    CfsslRule.OUTLIVES_AUTHORITY,
                    lifeOrigin(),
                    life.notAfter().toString(),
                    issuer.life().notAfter().toString(),
                    life.longestUntil(issuer.life().notAfter()));
        }
        checkLife(now, problems);
        checkConstraints(issuer, problems);
    }

    public void checkLife(Instant now, InputProblems problems) {
        boolean isKnown = profile.expiry().isPresent() || profile.notAfter().isPresent();
        if (isKnown && !now.isBefore(life.notAfter())) {
            problems.add(
                    CfsslRule.BORN_EXPIRED,
                    lifeOrigin(),
                    life.notBefore().toString(),
                    life.notAfter().toString());
        }
    }

    private InputPlace lifeOrigin() {
        return profile.expiry().map(Located::origin).orElse(profile.origin());
    }

    private void checkNames(InputProblems problems) {
        if (!names.isEmpty() || !problems.isSound(origin.at("hosts")) || !problems.isSound(profile.origin())) {
            // They are there, or what is wrong with them is told.
        } else if (subject.getRDNs().length == 0) {
            if (problems.isSound(origin.at("CN")) && problems.isSound(origin.at("names"))) {
                problems.add(CfsslRule.NOBODY, origin);
            }
        } else if (profile.has(CfsslUsage.SERVER_AUTH)) {
            problems.add(CfsslRule.HOSTS_MISSING, origin.at("hosts"));
        }
        profile.names().ifPresent(allowed -> {
            List<String> all = new ArrayList<>(names.texts());
            Subject.commonName(subject).ifPresent(all::add);
            all.stream()
                    .filter(name -> !allowed.matcher(name).find())
                    .forEach(name -> problems.add(CfsslRule.NAME_NOT_ALLOWED, origin, name));
        });
    }

    private void checkConstraints(Issuer issuer, InputProblems problems) {
        boolean asks = requested.stream()
                .filter(extension -> extension.getExtnId().equals(Extension.basicConstraints))
                .map(extension -> BasicConstraints.getInstance(extension.getParsedValue()))
                .anyMatch(constraints -> constraints.isCA()
                        && (!profile.isAuthority() || !fits(pathLength(constraints), issuer.pathLength())));
        if (asks || problems.isStrict() && profile.isAuthority() && issuer.pathLength() == 0) {
            problems.add(CfsslRule.INTERMEDIATE_REFUSED, origin);
        }
    }

    private static boolean fits(int pathLength, int issuers) {
        return issuers < 0 || issuers > 0 && pathLength < issuers;
    }

    private static int pathLength(BasicConstraints constraints) {
        return constraints.getPathLenConstraint() == null
                ? -1
                : constraints.getPathLenConstraint().intValue();
    }
}
