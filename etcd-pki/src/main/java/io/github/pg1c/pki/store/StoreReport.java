package io.github.pg1c.pki.store;

import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.CertificateNames;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inventory of a store, with the actions that a run would take. */
final class StoreReport {
    private final StagedFiles draft;
    private final CertificatePlan plan;
    private final IssuancePolicy policy;
    private final Instant now;
    private final Keyring keyring;
    private final Map<String, AuthorityFiles> authorities = new LinkedHashMap<>();
    private final Map<String, IssuedIndex> indexes = new LinkedHashMap<>();

    StoreReport(StagedFiles draft, CertificatePlan plan, IssuancePolicy policy, Instant now, Keyring keyring) {
        this.draft = draft;
        this.plan = plan;
        this.policy = policy;
        this.now = now;
        this.keyring = keyring;
    }

    List<CertificateStatus> rows() {
        List<CertificateStatus> rows = new ArrayList<>();
        plan.authorities().forEach(planned -> rows.add(authority(planned)));
        plan.certificates().forEach(planned -> rows.add(certificate(planned)));
        plan.trusts().forEach(planned -> {
            AuthorityFiles authority = StoreRun.known(authorities, planned.authority());
            rows.add(copy(authority, StoreRun.copyOfTrust(draft, planned, authority)));
        });
        authorities
                .values()
                .forEach(authority -> new CrlFiles(
                                authority, StoreRun.known(indexes, authority.name()), draft, policy, now)
                        .examine(plan)
                        .ifPresent(next -> rows.add(copy(authority, next))));
        plan.revocationLists().forEach(planned -> {
            AuthorityFiles authority = StoreRun.known(authorities, planned.authority());
            rows.add(copy(authority, StoreRun.copyOfList(draft, planned, authority)));
        });
        return List.copyOf(rows);
    }

    private CertificateStatus authority(CertificatePlan.Authority planned) {
        AuthorityFiles found = AuthorityFiles.read(draft, planned, keyring);
        authorities.put(planned.name(), found);
        indexes.put(planned.name(), IssuedIndex.read(draft, planned.name()));
        return row(
                found,
                Optional.empty(),
                found.issuing().map(AuthorityGeneration::certificate),
                found.issuing(),
                found.report(found.issuing(), policy, now));
    }

    private CertificateStatus certificate(CertificatePlan.Certificate planned) {
        AuthorityFiles authority = StoreRun.known(authorities, planned.authority());
        Examination found =
                StoreRun.examine(draft, planned, authority, StoreRun.known(indexes, planned.authority()), policy, now);
        Issuance.Action action = found.isDue() && authority.isExternal()
                ? new SigningRequests(draft).examine(planned, found)
                : found.action();
        return row(
                authority,
                Optional.of(planned.request().purpose()),
                found.certificate(),
                found.certificate()
                        .flatMap(leaf -> authority.trusted().stream()
                                .filter(generation -> Examination.issued(generation.certificate(), leaf))
                                .findFirst()),
                Issuance.of(planned.id(), action, found.reasons(), found.keptUntil()));
    }

    private CertificateStatus row(
            AuthorityFiles authority,
            Optional<Purpose> purpose,
            Optional<X509Certificate> certificate,
            Optional<AuthorityGeneration> generation,
            Issuance next) {
        Optional<Instant> start = certificate.map(c -> c.getNotBefore().toInstant());
        Optional<Instant> end = certificate.map(c -> c.getNotAfter().toInstant());
        return new CertificateStatus(
                next.id(),
                purpose,
                authority.name(),
                certificate.map(c -> c.getSubjectX500Principal().getName()).orElse(""),
                certificate
                        .map(c -> CertificateNames.of(c).names().stream()
                                .map(SubjectName::text)
                                .sorted()
                                .toList())
                        .orElse(List.of()),
                certificate.map(X509Certificate::getSerialNumber),
                generation.map(AuthorityGeneration::number).orElse(0),
                authority.phase(),
                start,
                end,
                start.flatMap(s -> end.map(e -> policy.window().opens(s, e))),
                next);
    }

    private CertificateStatus copy(AuthorityFiles authority, Issuance next) {
        return new CertificateStatus(
                next.id(),
                Optional.empty(),
                authority.name(),
                "",
                List.of(),
                Optional.empty(),
                0,
                authority.phase(),
                Optional.empty(),
                next.notAfter(),
                Optional.empty(),
                next);
    }
}
