package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.CertificateProfile;
import io.github.pg1c.pki.x509.Validity;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;

/**
 * The revocation lists of an authority: one for each trusted generation, because OpenSSL requires one of every
 * authority of a chain. Each list names the revoked certificates of all generations, because etcd reads a single list
 * and compares only serial numbers, which are unique in a store. A list lives as long as a certificate and is due in
 * the same part of its life, because an ended list causes an outage.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5">RFC 5280, 5</a>
 */
final class CrlFiles {
    private final AuthorityFiles authority;
    private final IssuedIndex index;
    private final StagedFiles draft;
    private final IssuancePolicy policy;
    private final Instant now;

    CrlFiles(AuthorityFiles authority, IssuedIndex index, StagedFiles draft, IssuancePolicy policy, Instant now) {
        this.authority = authority;
        this.index = index;
        this.draft = draft;
        this.policy = policy;
        this.now = now;
    }

    static Path pem(String authority) {
        return Path.of(StorePaths.AUTHORITIES, authority, "crl.pem");
    }

    static Path der(String authority) {
        return Path.of(StorePaths.AUTHORITIES, authority, "crl.der");
    }

    /** The action for the lists; empty when the plan has no lists and nothing was revoked. */
    Optional<Issuance> examine(CertificatePlan plan) {
        boolean planned = plan.revocationLists().stream()
                .anyMatch(list -> list.authority().equals(authority.name()));
        boolean present = draft.read(pem(authority.name())).isPresent();
        if (!planned && !present && revoked().isEmpty()) {
            return Optional.empty();
        }
        List<X509CRL> lists = lists();
        Set<ReissueReason> reasons = authority.isExternal() ? externalReasons(lists) : reasons(lists, present);
        Issuance.Action action = reasons.isEmpty()
                ? Issuance.Action.KEPT
                : authority.isExternal() ? Issuance.Action.AWAITED : Issuance.Action.ISSUED;
        return Optional.of(issuance(action, reasons, lists));
    }

    /** Makes the lists when there is a reason. */
    Optional<Issuance> ensure(CertificatePlan plan, SecureRandom random) {
        return examine(plan).map(found -> found.changes() ? make(found, random) : found);
    }

    private Issuance make(Issuance found, SecureRandom random) {
        BigInteger number = nextNumber();
        List<X509CRL> made = signing().stream()
                .map(generation -> make(generation.authority(), number, random))
                .toList();
        put(draft, authority.name(), made);
        return issuance(Issuance.Action.ISSUED, found.reasons(), made);
    }

    static void put(StagedFiles draft, String authority, List<X509CRL> lists) {
        draft.replace(
                pem(authority), lists.stream().map(PemText::revocationList).collect(Collectors.joining()));
        try {
            draft.replace(der(authority), new String(lists.get(0).getEncoded(), StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the revocation list of " + authority + " cannot be encoded",
                            "список отзыва центра " + authority + " не удалось закодировать"),
                    e);
        }
    }

    private Issuance issuance(Issuance.Action action, Set<ReissueReason> reasons, List<X509CRL> lists) {
        return Issuance.of(
                "crl/" + authority.name(),
                action,
                reasons,
                lists.stream()
                        .map(X509CRL::getNextUpdate)
                        .filter(java.util.Objects::nonNull)
                        .map(Date::toInstant)
                        .min(Instant::compareTo));
    }

    private Set<ReissueReason> externalReasons(List<X509CRL> lists) {
        if (lists.isEmpty()) {
            return EnumSet.of(ReissueReason.MISSING);
        }
        return lists.stream().anyMatch(this::isDue)
                ? EnumSet.of(ReissueReason.EXPIRING)
                : EnumSet.noneOf(ReissueReason.class);
    }

    private Set<ReissueReason> reasons(List<X509CRL> lists, boolean present) {
        Set<ReissueReason> reasons = EnumSet.noneOf(ReissueReason.class);
        List<AuthorityGeneration> signing = signing();
        if (lists.isEmpty()) {
            reasons.add(present ? ReissueReason.UNREADABLE : ReissueReason.MISSING);
        } else if (lists.size() != signing.size()) {
            reasons.add(ReissueReason.GENERATION);
        } else {
            Map<BigInteger, Integer> wanted = revoked();
            for (int i = 0; i < lists.size(); i++) {
                X509CRL list = lists.get(i);
                if (!isSigned(list, signing.get(i).certificate())) {
                    reasons.add(ReissueReason.GENERATION);
                }
                if (!entries(list).equals(wanted)) {
                    reasons.add(ReissueReason.REVOKED);
                }
                if (isDue(list)) {
                    reasons.add(ReissueReason.EXPIRING);
                }
            }
            if (!draft.read(der(authority.name())).equals(first(lists))) {
                reasons.add(ReissueReason.MISSING);
            }
        }
        return reasons;
    }

    private static Optional<String> first(List<X509CRL> lists) {
        try {
            return Optional.of(new String(lists.get(0).getEncoded(), StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private boolean isDue(X509CRL list) {
        Date next = list.getNextUpdate();
        return next == null
                || !now.isBefore(policy.window().opens(list.getThisUpdate().toInstant(), next.toInstant()));
    }

    private List<AuthorityGeneration> signing() {
        return authority.trusted().stream().filter(AuthorityGeneration::hasKey).toList();
    }

    /** The lists on disk; none when one of them is damaged. */
    private List<X509CRL> lists() {
        try {
            return PemText.readRevocationLists(draft.read(pem(authority.name())).orElse(""));
        } catch (PkiException e) {
            return List.of();
        }
    }

    /**
     * Serial numbers with the codes of the reasons; RFC 5280, 3.3: an ended certificate stays in the list for one more
     * life of a list.
     */
    private Map<BigInteger, Integer> revoked() {
        return index.revoked(now.minus(policy.validity())).stream()
                .collect(Collectors.toMap(
                        IndexEntry::serial,
                        entry -> entry.revocation().orElseThrow().reason().code(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    static Map<BigInteger, Integer> entries(X509CRL list) {
        Map<BigInteger, Integer> entries = new TreeMap<>();
        Set<? extends X509CRLEntry> revoked = list.getRevokedCertificates();
        for (X509CRLEntry entry : revoked == null ? Set.<X509CRLEntry>of() : revoked) {
            entries.put(
                    entry.getSerialNumber(),
                    entry.getRevocationReason() == null
                            ? 0
                            : entry.getRevocationReason().ordinal());
        }
        return entries;
    }

    /** The next number of a list. It is greater than any before, also when the file with the last one was lost. */
    private BigInteger nextNumber() {
        return lists().stream()
                .map(CrlFiles::number)
                .map(BigInteger.ONE::add)
                .reduce(BigInteger.valueOf(Math.max(1, now.getEpochSecond())), BigInteger::max);
    }

    static BigInteger number(X509CRL list) {
        byte[] extension = list.getExtensionValue(Extension.cRLNumber.getId());
        return extension == null
                ? BigInteger.ZERO
                : ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                        .getPositiveValue();
    }

    private X509CRL make(CertificateAuthority signer, BigInteger number, SecureRandom random) {
        X509Certificate issuer = signer.certificate();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                Date.from(second.minus(Validity.BACKDATE)));
        builder.setNextUpdate(Date.from(second.plus(policy.validity()).truncatedTo(ChronoUnit.SECONDS)));
        for (IndexEntry entry : index.revoked(now.minus(policy.validity()))) {
            IndexEntry.Revocation revocation = entry.revocation().orElseThrow();
            builder.addCRLEntry(
                    entry.serial(),
                    Date.from(revocation.at().truncatedTo(ChronoUnit.SECONDS)),
                    revocation.reason().code());
        }
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(CertificateProfile.subjectKeyIdentifier(issuer)));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            KeyAlgorithm algorithm = KeyAlgorithm.of(issuer.getPublicKey()).orElseThrow();
            X509CRL list = PemText.parseRevocationList(
                    builder.build(CertificateProfile.signer(algorithm, signer.privateKey(), random))
                            .getEncoded());
            check(list, issuer, number);
            return list;
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the revocation list of " + authority.name() + " cannot be made",
                            "не удалось создать список отзыва центра " + authority.name()),
                    e);
        }
    }

    private void check(X509CRL list, X509Certificate issuer, BigInteger number) {
        if (!isSigned(list, issuer)
                || !entries(list).equals(revoked())
                || !number(list).equals(number)) {
            throw new PkiException(Text.of(
                    "the new revocation list of " + authority.name() + " failed its own check",
                    "новый список отзыва центра " + authority.name() + " не прошёл собственную проверку"));
        }
    }

    static boolean isSigned(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
