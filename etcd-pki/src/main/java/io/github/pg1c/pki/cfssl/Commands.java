package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.PkiException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** The commands behind {@link Cfssl}: each judges all of its inputs, then makes keys, then signs. */
final class Commands {
    /** Five years of 365 days. */
    private static final Duration AUTHORITY_EXPIRY = Duration.ofHours(43800);

    private final Strictness strictness;
    private final SecureRandom random;
    private final Executor executor;
    private final CertificateWriter writer;

    Commands(Strictness strictness, SecureRandom random, Executor executor) {
        this.strictness = strictness;
        this.random = random;
        this.executor = executor;
        this.writer = new CertificateWriter(strictness, random);
    }

    /** A request that has been judged: what its certificate will say, and its key. */
    private record Judged(RequestJson request, AlternativeNames names, Optional<Draft> draft) {}

    List<CfsslOutput> initca(JsonText source, List<CertificateOrder> orders, Instant now) {
        return initcaAndGencert(source, JsonText.DEFAULT_CONFIG, orders, now);
    }

    List<CfsslOutput> initcaAndGencert(JsonText source, JsonText config, List<CertificateOrder> orders, Instant now) {
        Findings findings = new Findings(strictness);
        Optional<Judged> root = RequestJson.read(source, findings).map(request -> judgeRoot(request, now, findings));
        List<CfsslProblem> aboutRoot = findings.soFar();
        Optional<Issuer> issuer = root.flatMap(Judged::draft)
                .map(draft -> new Issuer(
                        draft.subject(),
                        draft.life(),
                        true,
                        draft.profile().pathLength() == 0 && !draft.profile().pathLengthZero()
                                ? -1
                                : draft.profile().pathLength(),
                        draft.origin()));
        List<Judged> leaves = orders.isEmpty() ? List.of() : judge(config, orders, issuer, now, findings);
        List<CfsslProblem> warnings = findings.orThrow();

        List<Judged> all = new ArrayList<>(List.of(root.orElseThrow()));
        all.addAll(leaves);
        List<SigningKey> keys = keys(all);
        SigningKey rootKey = keys.get(0);
        Judged judgedRoot = all.get(0);
        Draft draft = judgedRoot.draft().orElseThrow();
        X509CertificateHolder certificate =
                writer.root(draft, rootKey, CertificateWriter.keyIdentifier(rootKey.publicKey()));
        CfsslAuthority authority = new CfsslAuthority(certificate, rootKey, draft.origin());
        List<CfsslOutput> outputs = new ArrayList<>();
        outputs.add(output(certificate, judgedRoot, rootKey, aboutRoot));
        outputs.addAll(sign(
                authority, leaves, keys.subList(1, keys.size()), warnings.subList(aboutRoot.size(), warnings.size())));
        return outputs;
    }

    CfsslOutput initcaWithKey(JsonText source, String privateKeyPem, Instant now) {
        Findings findings = new Findings(strictness);
        Optional<SigningKey> key = key(privateKeyPem, findings);
        Optional<Judged> root = RequestJson.read(source, findings).map(request -> judgeRoot(request, now, findings));
        List<CfsslProblem> warnings = findings.orThrow();
        Judged judged = root.orElseThrow();
        SigningKey rootKey = key.orElseThrow();
        X509CertificateHolder certificate = writer.root(
                judged.draft().orElseThrow(), rootKey, CertificateWriter.keyIdentifier(rootKey.publicKey()));
        return new CfsslOutput(
                Optional.of(PemText.certificate(certificate)),
                Optional.of(request(judged, rootKey)),
                Optional.empty(),
                warnings);
    }

    CfsslOutput renewca(CfsslAuthority authority, Instant now) {
        Findings findings = new Findings(strictness);
        Issuer old = authority.issuer();
        if (!old.mayIssue()) {
            findings.refuse(
                    CfsslRule.ISSUER_NOT_AUTHORITY, old.origin(), old.name().toString());
        }
        X509CertificateHolder certificate = authority.certificate();
        boolean strict = findings.isStrict();
        SigningProfile profile = SigningProfile.authority(
                new Field<>(Duration.between(old.life().notBefore(), old.life().notAfter()), old.origin()),
                SigningProfile.BACKDATE,
                "",
                Math.max(old.pathLength(), 0),
                old.pathLength() == 0);
        GeneralNames names = GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        // Go knows but a part of a name; in the strict mode it stays as it is, because the certificates issued refer to
        // it.
        Draft draft = new Draft(
                strict ? old.name() : Subject.rewritten(old.name()),
                names == null ? AlternativeNames.NONE : AlternativeNames.of(names),
                List.of(),
                profile,
                Life.of(profile, now),
                old.origin());
        draft.checkLife(now, findings);
        List<CfsslProblem> warnings = findings.orThrow();
        byte[] identifier = strict && authority.keyIdentifier().length > 0
                ? authority.keyIdentifier()
                : CertificateWriter.keyIdentifier(certificate.getSubjectPublicKeyInfo());
        return new CfsslOutput(
                Optional.of(PemText.certificate(writer.root(draft, authority.key(), identifier))),
                Optional.empty(),
                Optional.empty(),
                warnings);
    }

    List<CfsslOutput> gencert(CfsslAuthority authority, JsonText config, List<CertificateOrder> orders, Instant now) {
        Findings findings = new Findings(strictness);
        authority.issuer().check(now, findings);
        List<Judged> judged = judge(config, orders, Optional.of(authority.issuer()), now, findings);
        List<CfsslProblem> warnings = findings.orThrow();
        return sign(authority, judged, keys(judged), warnings);
    }

    CfsslOutput genkey(JsonText source) {
        Findings findings = new Findings(strictness);
        Optional<Judged> judged = RequestJson.read(source, findings).map(request -> {
            refuseAuthoritySection(request, findings);
            return new Judged(request, AlternativeNames.read(request.hosts(), findings), Optional.empty());
        });
        List<CfsslProblem> warnings = findings.orThrow();
        SigningKey key = SigningKey.generate(judged.orElseThrow().request().key(), random);
        return new CfsslOutput(
                Optional.empty(),
                Optional.of(request(judged.orElseThrow(), key)),
                Optional.of(key.pem(strictness)),
                warnings);
    }

    CfsslOutput sign(
            CfsslAuthority authority,
            JsonText config,
            String profileName,
            String requestPem,
            List<String> hostnames,
            Instant now) {
        Findings findings = new Findings(strictness);
        Origin origin = new Origin("csr", 0, 0, "");
        authority.issuer().check(now, findings);
        Optional<SigningProfile> profile =
                SigningPolicy.read(config, findings).map(policy -> policy.profile(profileName, findings));
        Optional<PKCS10CertificationRequest> request = request(requestPem, origin, findings);
        AlternativeNames hosts = AlternativeNames.read(
                hostnames.stream()
                        .map(host -> new Field<>(host, origin.at("hostname")))
                        .toList(),
                findings);
        Optional<Draft> draft =
                profile.flatMap(chosen -> request.map(asked -> Draft.of(asked, hosts, chosen, now, origin, findings)));
        draft.ifPresent(it -> it.check(authority.issuer(), now, findings));
        request.ifPresent(asked -> profile.ifPresent(chosen -> tellEncipherment(
                chosen,
                isRsa(asked.getSubjectPublicKeyInfo()),
                asked.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm().getId(),
                findings)));
        List<CfsslProblem> warnings = findings.orThrow();
        X509CertificateHolder certificate =
                writer.leaf(draft.orElseThrow(), request.orElseThrow().getSubjectPublicKeyInfo(), authority);
        return new CfsslOutput(
                Optional.of(PemText.certificate(certificate)), Optional.of(requestPem), Optional.empty(), warnings);
    }

    private Judged judgeRoot(RequestJson request, Instant now, Findings findings) {
        if (!request.subject().namesAnAuthority()) {
            findings.add(CfsslRule.SUBJECT_MISSING, request.origin().at("CN"));
        }
        if (findings.isStrict() && !request.hosts().isEmpty()) {
            findings.add(CfsslRule.HOSTS_OF_AUTHORITY, request.origin().at("hosts"));
        }
        Optional<RequestJson.AuthoritySection> section = request.authority();
        SigningProfile profile = SigningProfile.authority(
                section.flatMap(RequestJson.AuthoritySection::expiry)
                        .orElseGet(() -> new Field<>(AUTHORITY_EXPIRY, request.origin())),
                section.flatMap(RequestJson.AuthoritySection::backdate).orElse(SigningProfile.BACKDATE),
                request.crlUrl(),
                section.map(RequestJson.AuthoritySection::pathLength).orElse(0),
                section.map(RequestJson.AuthoritySection::pathLengthZero).orElse(false));
        AlternativeNames names =
                findings.isStrict() ? AlternativeNames.NONE : AlternativeNames.read(request.hosts(), findings);
        Draft draft = Draft.of(request, names, profile, now);
        draft.checkLife(now, findings);
        return new Judged(request, names, Optional.of(draft));
    }

    private List<Judged> judge(
            JsonText config, List<CertificateOrder> orders, Optional<Issuer> issuer, Instant now, Findings findings) {
        Optional<SigningPolicy> policy = SigningPolicy.read(config, findings);
        Map<String, SigningProfile> profiles = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (CertificateOrder order : orders) {
            Optional<SigningProfile> profile =
                    policy.map(it -> profiles.computeIfAbsent(order.profile(), name -> it.profile(name, findings)));
            RequestJson.read(order.request(), findings)
                    .map(request -> request.with(order.commonName(), order.hostnames()))
                    .ifPresent(request -> judged.add(judgeLeaf(request, profile, issuer, now, findings)));
        }
        return judged;
    }

    private Judged judgeLeaf(
            RequestJson request,
            Optional<SigningProfile> profile,
            Optional<Issuer> issuer,
            Instant now,
            Findings findings) {
        refuseAuthoritySection(request, findings);
        AlternativeNames names = AlternativeNames.read(request.hosts(), findings);
        Optional<Draft> draft = profile.map(chosen -> Draft.of(request, names, chosen, now));
        draft.ifPresent(it -> issuer.ifPresent(by -> it.check(by, now, findings)));
        profile.ifPresent(chosen ->
                tellEncipherment(chosen, request.key().isRsa(), request.key().algorithm(), findings));
        return new Judged(request, names, draft);
    }

    private void tellEncipherment(SigningProfile profile, boolean isRsa, String algorithm, Findings findings) {
        if (writer.leavesOutEncipherment(profile, isRsa)) {
            findings.add(CfsslRule.ENCIPHERMENT_LEFT_OUT, profile.origin().at("usages"), algorithm);
        }
    }

    private static void refuseAuthoritySection(RequestJson request, Findings findings) {
        request.authority().ifPresent(section -> findings.add(CfsslRule.CA_SECTION_IN_LEAF, section.origin()));
    }

    private static Optional<SigningKey> key(String pem, Findings findings) {
        try {
            return Optional.of(SigningKey.read(pem, new char[0]));
        } catch (PkiException e) {
            findings.add(CfsslRule.PEM_INVALID, new Origin("ca-key", 0, 0, ""), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<PKCS10CertificationRequest> request(String pem, Origin origin, Findings findings) {
        try {
            PKCS10CertificationRequest request = PemText.readRequest(pem);
            if (!request.isSignatureValid(Signatures.of(request.getSubjectPublicKeyInfo()))) {
                findings.add(CfsslRule.REQUEST_SIGNATURE, origin);
            }
            Extensions extensions = request.getRequestedExtensions();
            if (extensions != null) {
                GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
                BasicConstraints.fromExtensions(extensions);
            }
            return Optional.of(request);
        } catch (PkiException | OperatorCreationException | PKCSException e) {
            findings.add(CfsslRule.PEM_INVALID, origin, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            findings.add(CfsslRule.PEM_INVALID, origin, "the extensions of the signing request are damaged");
        }
        return Optional.empty();
    }

    /** Several RSA keys are worth several threads; all others cost less than handing them over. */
    private List<SigningKey> keys(List<Judged> judged) {
        boolean parallel =
                judged.stream().filter(it -> it.request().key().isRsa()).count() > 1;
        List<CompletableFuture<SigningKey>> keys = judged.stream()
                .map(it -> parallel
                        ? CompletableFuture.supplyAsync(
                                () -> SigningKey.generate(it.request().key(), random), executor)
                        : CompletableFuture.completedFuture(
                                SigningKey.generate(it.request().key(), random)))
                .toList();
        try {
            return keys.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw new PkiException("a key cannot be made", e.getCause());
        }
    }

    private List<CfsslOutput> sign(
            CfsslAuthority authority, List<Judged> judged, List<SigningKey> keys, List<CfsslProblem> warnings) {
        List<CfsslOutput> outputs = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            SigningKey key = keys.get(i);
            X509CertificateHolder certificate =
                    writer.leaf(judged.get(i).draft().orElseThrow(), key.publicKey(), authority);
            // What concerns the configuration or the authority is told once, with the first.
            String file = judged.get(i).request().origin().file();
            boolean first = i == 0;
            List<String> all =
                    judged.stream().map(it -> it.request().origin().file()).toList();
            outputs.add(output(
                    certificate,
                    judged.get(i),
                    key,
                    warnings.stream()
                            .filter(it -> it.file().equals(file) || first && !all.contains(it.file()))
                            .toList()));
        }
        return outputs;
    }

    private CfsslOutput output(
            X509CertificateHolder certificate, Judged judged, SigningKey key, List<CfsslProblem> warnings) {
        return new CfsslOutput(
                Optional.of(PemText.certificate(certificate)),
                Optional.of(request(judged, key)),
                Optional.of(key.pem(strictness)),
                warnings);
    }

    private String request(Judged judged, SigningKey key) {
        return RequestWriter.pem(judged.request(), judged.names(), key, random);
    }

    private static boolean isRsa(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
    }
}
