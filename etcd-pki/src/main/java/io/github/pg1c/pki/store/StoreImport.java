package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.SelfCheck;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Imports the answers of an external authority after checking them against the requests. */
final class StoreImport {
    private final StagedFiles draft;
    private final CertificatePlan plan;
    private final IssuancePolicy policy;
    private final Instant now;
    private final Keyring keyring;
    private final Map<String, AuthorityFiles> authorities = new HashMap<>();
    private final Map<String, IssuedIndex> indexes = new LinkedHashMap<>();

    StoreImport(StagedFiles draft, CertificatePlan plan, IssuancePolicy policy, Instant now, Keyring keyring) {
        this.draft = draft;
        this.plan = plan;
        this.policy = policy;
        this.now = now;
        this.keyring = keyring;
    }

    List<Issuance> run(List<String> pems) {
        for (CertificatePlan.Authority planned : plan.authorities()) {
            if (planned.isExternal()) {
                authorities.put(planned.name(), AuthorityFiles.read(draft, planned, keyring));
                IssuedIndex index = IssuedIndex.read(draft, planned.name());
                index.reserve(draft);
                indexes.put(planned.name(), index);
            }
        }
        List<Issuance> done = new ArrayList<>();
        List<Text> refusals = new ArrayList<>();
        for (X509Certificate leaf : leaves(pems, refusals)) {
            try {
                done.add(place(leaf));
            } catch (PkiException e) {
                refusals.add(e.reason());
            }
        }
        if (!refusals.isEmpty()) {
            throw new PkiException(Text.of(
                    refusals.stream().map(Text::en).collect(Collectors.joining("\n")),
                    refusals.stream().map(Text::ru).collect(Collectors.joining("\n"))));
        }
        indexes.values().forEach(index -> index.write(draft));
        return List.copyOf(done);
    }

    private static List<X509Certificate> leaves(List<String> pems, List<Text> refusals) {
        List<X509Certificate> leaves = new ArrayList<>();
        for (int i = 0; i < pems.size(); i++) {
            String which = "the answer " + (i + 1) + " of " + pems.size();
            String whichRu = "ответ " + (i + 1) + " из " + pems.size();
            try {
                List<X509Certificate> found = PemText.readCertificates(pems.get(i)).stream()
                        .filter(c -> c.getBasicConstraints() < 0)
                        .toList();
                if (found.isEmpty()) {
                    refusals.add(Text.of(
                            which + " holds no certificate but those of authorities",
                            whichRu + " содержит только сертификаты центров"));
                }
                leaves.addAll(found);
            } catch (PkiException e) {
                refusals.add(Text.of(
                        which + " cannot be read: " + e.reason().en(),
                        whichRu + " не удалось прочитать: " + e.reason().ru()));
            }
        }
        return leaves;
    }

    private Issuance place(X509Certificate leaf) {
        for (CertificatePlan.Certificate planned : plan.certificates()) {
            AuthorityFiles authority = authorities.get(planned.authority());
            if (authority != null) {
                Optional<PrivateKey> key = keyFor(planned, leaf);
                if (key.isPresent()) {
                    return place(planned, authority, leaf, key.get());
                }
            }
        }
        throw new PkiException(Text.of(
                "the certificate " + leaf.getSubjectX500Principal() + " with the serial number "
                        + leaf.getSerialNumber().toString(16)
                        + " answers no signing request of this store: no key fits",
                "сертификат " + leaf.getSubjectX500Principal() + " с серийным номером "
                        + leaf.getSerialNumber().toString(16)
                        + " не отвечает ни на один запрос этого хранилища: ни один ключ не подходит"));
    }

    private Optional<PrivateKey> keyFor(CertificatePlan.Certificate planned, X509Certificate leaf) {
        Optional<PrivateKey> waiting =
                new SigningRequests(draft).waiting(planned).map(pair -> pair.getPrivate());
        return waiting.filter(key -> PrivateKeys.match(key, leaf.getPublicKey()))
                .or(() -> draft.read(planned.privateKey())
                        .flatMap(Examination::key)
                        .filter(key -> PrivateKeys.match(key, leaf.getPublicKey())));
    }

    private Issuance place(
            CertificatePlan.Certificate planned, AuthorityFiles authority, X509Certificate leaf, PrivateKey key) {
        AuthorityGeneration issuer = authority
                .issuing()
                .orElseThrow(() -> new PkiException(Text.of(
                        "the certificate of the authority " + authority.name() + " was not imported yet",
                        "сертификат центра " + authority.name() + " ещё не загружен")));
        IssuedIndex index = StoreRun.known(indexes, authority.name());
        String file = PemText.certificate(leaf)
                + issuer.intermediates().stream().map(PemText::certificate).collect(Collectors.joining());
        String keyPem = PemText.privateKey(key);
        Examination found = Examination.of(
                Optional.of(file), Optional.of(keyPem), ExpectedCertificate.of(planned, authority, index, policy, now));
        if (!found.reasons().isEmpty()) {
            throw new PkiException(Text.of(
                    "the certificate for " + planned.id() + " is refused: "
                            + found.reasons().stream().map(ReissueReason::id).collect(Collectors.joining(", ")),
                    "сертификат для " + planned.id() + " не принят: "
                            + found.reasons().stream()
                                    .map(reason -> reason.title().ru())
                                    .collect(Collectors.joining("; "))));
        }
        try {
            SelfCheck.path(
                    leaf, issuer.certificate(), planned.request().purpose().usages(), now);
        } catch (GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "the certificate for " + planned.id() + " is refused: " + e.getMessage(),
                            "сертификат для " + planned.id() + " не принят: цепочка до центра не проходит проверку"),
                    e);
        }
        index.add(planned.id(), leaf, issuer.certificate());
        if (draft.read(planned.privateKey())
                .flatMap(Examination::key)
                .filter(key::equals)
                .isEmpty()) {
            draft.replace(planned.privateKey(), keyPem);
        }
        draft.replace(planned.certificate(), file);
        draft.delete(SigningRequests.request(planned));
        draft.delete(SigningRequests.key(planned));
        return Issuance.of(
                planned.id(),
                Issuance.Action.IMPORTED,
                List.of(),
                Optional.of(leaf.getNotAfter().toInstant()));
    }
}
