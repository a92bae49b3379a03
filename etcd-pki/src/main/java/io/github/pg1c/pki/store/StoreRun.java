package io.github.pg1c.pki.store;

import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.key.KeyPairs;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** One pass over a plan that makes a draft match it. */
final class StoreRun {
    private final StagedFiles draft;
    private final CertificatePlan plan;
    private final IssuancePolicy policy;
    private final Clock clock;
    private final SecureRandom random;
    private final Keyring keyring;
    private final Map<String, AuthorityFiles> authorities = new LinkedHashMap<>();
    private final Map<String, IssuedIndex> indexes = new LinkedHashMap<>();

    StoreRun(
            StagedFiles draft,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random,
            Keyring keyring) {
        this.draft = draft;
        this.plan = plan;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
        this.keyring = keyring;
    }

    List<Issuance> run(ReissueRequests orders) {
        List<Issuance> done = new ArrayList<>();
        plan.authorities().forEach(planned -> done.add(authority(planned, orders)));
        plan.certificates().forEach(planned -> done.add(certificate(planned, orders)));
        plan.trusts().forEach(planned -> done.add(trust(planned)));
        authorities
                .values()
                .forEach(authority -> lists(authority).ensure(plan, random).ifPresent(done::add));
        plan.revocationLists().forEach(planned -> done.add(revocationList(planned)));
        indexes.values().forEach(index -> index.write(draft));
        return List.copyOf(done);
    }

    private Issuance authority(CertificatePlan.Authority planned, ReissueRequests orders) {
        AuthorityFiles found = AuthorityFiles.read(draft, planned, keyring);
        AuthorityFiles ready = found.ensure(draft, clock, random);
        Issuance done = found.report(ready.issuing(), policy, clock.instant());
        if (orders.renew().contains(done.id()) && !done.changes()) {
            ready = ready.renew(draft, clock, random);
            done = ready.issuance(Issuance.Action.RENEWED, EnumSet.of(ReissueReason.REQUESTED), ready.issuing());
        }
        authorities.put(planned.name(), ready);
        IssuedIndex index = IssuedIndex.read(draft, planned.name());
        index.reserve(draft);
        indexes.put(planned.name(), index);
        return done;
    }

    private Issuance certificate(CertificatePlan.Certificate planned, ReissueRequests orders) {
        AuthorityFiles authority = known(authorities, planned.authority());
        IssuedIndex index = known(indexes, planned.authority());
        Examination found = examine(draft, planned, authority, index, policy, clock.instant());
        adopt(planned, found, authority, index);
        if (orders.rekey().contains(planned.id())) {
            found = found.ordered().withoutKey();
        } else if (orders.renew().contains(planned.id())) {
            found = found.ordered();
        }
        if (!found.isDue()) {
            return Issuance.of(planned.id(), found.action(), found.reasons(), found.keptUntil());
        }
        if (authority.isExternal()) {
            Issuance.Action action = new SigningRequests(draft).ensure(planned, found, policy.keyAlgorithm(), random);
            return Issuance.of(planned.id(), action, found.reasons(), Optional.empty());
        }
        return issue(planned, found, authority, index);
    }

    static Examination examine(
            StagedFiles draft,
            CertificatePlan.Certificate planned,
            AuthorityFiles authority,
            IssuedIndex index,
            IssuancePolicy policy,
            Instant now) {
        return Examination.of(
                draft.read(planned.certificate()),
                draft.read(planned.privateKey()),
                ExpectedCertificate.of(planned, authority, index, policy, now));
    }

    private Issuance issue(
            CertificatePlan.Certificate planned, Examination found, AuthorityFiles authority, IssuedIndex index) {
        CertificateAuthority issuer = authority.issuing().orElseThrow().authority();
        Optional<KeyPair> existing = found.reusableKey();
        KeyPair keys = existing.orElseGet(() -> KeyPairs.generate(policy.keyAlgorithm(), random));
        IssuedCertificate issued = issuer.issue(planned.request(), keys, policy.validity(), clock, random);
        index.add(planned.id(), issued.certificate(), issuer.certificate());
        if (existing.isEmpty()) {
            draft.replace(planned.privateKey(), issued.privateKeyPkcs8Pem());
        }
        draft.replace(planned.certificate(), issued.certificatePem());
        return new Issuance(
                planned.id(),
                found.action(),
                new TreeSet<>(found.reasons()),
                Optional.of(issued.notAfter()),
                issued.clampedToIssuer());
    }

    private static void adopt(
            CertificatePlan.Certificate planned, Examination found, AuthorityFiles authority, IssuedIndex index) {
        Optional<AuthorityGeneration> issuer = found.reasons().contains(ReissueReason.CHAIN)
                ? Optional.empty()
                : found.reasons().contains(ReissueReason.GENERATION) ? authority.old() : authority.issuing();
        if (issuer.isPresent() && found.certificate().isPresent()) {
            index.adopt(planned.id(), found.certificate().get(), issuer.get().certificate());
        }
    }

    private Issuance trust(CertificatePlan.Trust planned) {
        AuthorityFiles authority = known(authorities, planned.authority());
        Optional<String> wanted = authority.trustPem();
        Issuance copy = copyOfTrust(draft, planned, authority);
        wanted.filter(pem -> copy.changes()).ifPresent(pem -> draft.replace(planned.file(), pem));
        return copy;
    }

    static Issuance copyOfTrust(StagedFiles draft, CertificatePlan.Trust planned, AuthorityFiles authority) {
        return copy(
                "trust/" + StorePaths.text(planned.file()),
                draft.read(planned.file()),
                authority.trustPem(),
                authority.isExternal(),
                ReissueReason.CHAIN);
    }

    private Issuance revocationList(CertificatePlan.RevocationList planned) {
        Optional<String> wanted = listFor(draft, planned);
        Issuance copy = copyOfList(draft, planned, known(authorities, planned.authority()));
        wanted.filter(text -> copy.changes()).ifPresent(text -> draft.replace(planned.file(), text));
        return copy;
    }

    static Optional<String> listFor(StagedFiles draft, CertificatePlan.RevocationList planned) {
        return draft.read(
                switch (planned.form()) {
                    case PEM -> CrlFiles.pem(planned.authority());
                    case DER -> CrlFiles.der(planned.authority());
                });
    }

    static Issuance copyOfList(StagedFiles draft, CertificatePlan.RevocationList planned, AuthorityFiles authority) {
        return copy(
                "crl/" + StorePaths.text(planned.file()),
                draft.read(planned.file()),
                listFor(draft, planned),
                authority.isExternal(),
                ReissueReason.REVOKED);
    }

    private static Issuance copy(
            String id, Optional<String> found, Optional<String> wanted, boolean external, ReissueReason otherwise) {
        List<ReissueReason> reasons = found.isEmpty()
                ? List.of(ReissueReason.MISSING)
                : found.equals(wanted) ? List.of() : List.of(otherwise);
        Issuance.Action action = reasons.isEmpty()
                ? Issuance.Action.KEPT
                : external && wanted.isEmpty() ? Issuance.Action.AWAITED : Issuance.Action.ISSUED;
        return Issuance.of(id, action, reasons, Optional.empty());
    }

    private CrlFiles lists(AuthorityFiles authority) {
        return new CrlFiles(authority, known(indexes, authority.name()), draft, policy, clock.instant());
    }

    /** The value of an authority; a checked plan names only authorities that it has. */
    static <T> T known(Map<String, T> all, String authority) {
        return Objects.requireNonNull(all.get(authority), authority);
    }
}
