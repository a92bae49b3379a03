package io.github.pg1c.pki.cfssl;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.certificate.AlternativeNames;
import io.github.pg1c.pki.cfssl.certificate.CertificateDraft;
import io.github.pg1c.pki.cfssl.certificate.CertificateWriter;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.certificate.Issuer;
import io.github.pg1c.pki.cfssl.certificate.RequestJson;
import io.github.pg1c.pki.cfssl.certificate.RequestPem;
import io.github.pg1c.pki.cfssl.certificate.RequestWriter;
import io.github.pg1c.pki.cfssl.certificate.SigningAuthority;
import io.github.pg1c.pki.cfssl.certificate.SigningKey;
import io.github.pg1c.pki.cfssl.certificate.SigningPolicy;
import io.github.pg1c.pki.cfssl.certificate.SigningProfile;
import io.github.pg1c.pki.cfssl.certificate.Subject;
import io.github.pg1c.pki.cfssl.certificate.ValidityPeriod;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.pki.cfssl.json.GoText;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.Located;
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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The commands behind {@link Cfssl}. Each checks all of its inputs, then generates keys, then signs. */
final class CfsslCommands {
    /** Five years of 365 days. */
    private static final Duration AUTHORITY_EXPIRY = Duration.ofHours(43800);

    private static final InputPlace KEY_PLACE = new InputPlace("ca-key", 0, 0, "");

    private final Strictness strictness;
    private final SecureRandom random;
    private final Executor executor;
    private final CertificateWriter writer;

    CfsslCommands(Strictness strictness, SecureRandom random, Executor executor) {
        this.strictness = strictness;
        this.random = random;
        this.executor = executor;
        this.writer = new CertificateWriter(strictness, random);
    }

    /** A checked request: the content of its certificate, and its key. */
    private record JudgedRequest(RequestJson request, AlternativeNames names, Optional<CertificateDraft> draft) {}

    List<CfsslOutput> initca(JsonSource source, List<CertificateOrder> orders, Instant now) {
        return initcaAndGencert(source, JsonSource.DEFAULT_CONFIG, orders, now);
    }

    List<CfsslOutput> initcaAndGencert(
            JsonSource source, JsonSource config, List<CertificateOrder> orders, Instant now) {
        InputProblems problems = new InputProblems(strictness);
        Optional<JudgedRequest> root =
                RequestJson.read(source, problems).map(request -> judgeRoot(request, now, problems));
        List<CfsslProblem> aboutRoot = problems.soFar();
        Optional<Issuer> issuer = root.flatMap(JudgedRequest::draft)
                .map(draft -> new Issuer(
                        draft.subject(),
                        draft.life(),
                        true,
                        true,
                        draft.profile().pathLength() == 0 && !draft.profile().pathLengthZero()
                                ? -1
                                : draft.profile().pathLength(),
                        draft.origin()));
        List<JudgedRequest> leaves = orders.isEmpty() ? List.of() : judge(config, orders, issuer, now, problems);
        List<CfsslProblem> warnings = problems.orThrow();

        List<JudgedRequest> all = new ArrayList<>(List.of(root.orElseThrow()));
        all.addAll(leaves);
        List<SigningKey> keys = keys(all);
        SigningKey rootKey = keys.get(0);
        JudgedRequest judgedRoot = all.get(0);
        CertificateDraft draft = judgedRoot.draft().orElseThrow();
        X509CertificateHolder certificate =
                writer.root(draft, rootKey, CertificateWriter.keyIdentifier(rootKey.publicKey()));
        SigningAuthority authority = SigningAuthority.of(certificate, rootKey, draft.origin());
        List<CfsslOutput> outputs = new ArrayList<>();
        outputs.add(output(certificate, judgedRoot, rootKey, aboutRoot));
        outputs.addAll(sign(
                authority, leaves, keys.subList(1, keys.size()), warnings.subList(aboutRoot.size(), warnings.size())));
        return outputs;
    }

    CfsslOutput initcaWithKey(JsonSource source, String privateKeyPem, Instant now) {
        InputProblems problems = new InputProblems(strictness);
        Optional<SigningKey> key = key(privateKeyPem, problems);
        key.ifPresent(it -> it.check(KEY_PLACE, problems));
        Optional<JudgedRequest> root = RequestJson.read(source, problems)
                .map(request ->
                        judgeRoot(strictness == Strictness.STRICT ? request : request.asWithAKey(), now, problems));
        List<CfsslProblem> warnings = problems.orThrow();
        JudgedRequest judged = root.orElseThrow();
        SigningKey rootKey = key.orElseThrow();
        X509CertificateHolder certificate = writer.root(
                judged.draft().orElseThrow(), rootKey, CertificateWriter.keyIdentifier(rootKey.publicKey()));
        return new CfsslOutput(
                Optional.of(CfsslPem.certificate(certificate)),
                Optional.of(request(judged, rootKey)),
                Optional.empty(),
                warnings);
    }

    CfsslOutput renewca(SigningAuthority authority, Instant now) {
        InputProblems problems = new InputProblems(strictness);
        Issuer old = authority.issuer();
        // cfssl knows only a part of a name; the strict mode keeps all of it, because the issued certificates refer to
        // it.
        X500Name name = problems.isStrict() ? old.name() : Subject.renewed(old.name());
        authority.checkLasting(problems);
        if (name.getRDNs().length == 0) {
            problems.add(CfsslRule.AUTHORITY_NAMELESS, old.origin());
        }
        // cfssl does not look at the usages.
        if (problems.isStrict() ? !old.mayIssue() : !old.isAuthority()) {
            problems.refuse(
                    CfsslRule.ISSUER_NOT_AUTHORITY, old.origin(), old.name().toString());
        }
        X509CertificateHolder certificate = authority.certificate();
        boolean strict = problems.isStrict();
        SigningProfile profile = SigningProfile.authority(
                new Located<>(
                        Duration.between(old.life().notBefore(), old.life().notAfter()), old.origin()),
                SigningProfile.BACKDATE,
                "",
                Math.max(old.pathLength(), 0),
                old.pathLength() == 0);
        CertificateDraft draft = new CertificateDraft(
                name, authority.names(), List.of(), profile, ValidityPeriod.of(profile, now), old.origin());
        draft.checkLife(now, problems);
        List<CfsslProblem> warnings = problems.orThrow();
        byte[] identifier = strict && authority.keyIdentifier().length > 0
                ? authority.keyIdentifier()
                : CertificateWriter.keyIdentifier(certificate.getSubjectPublicKeyInfo());
        return new CfsslOutput(
                Optional.of(CfsslPem.certificate(writer.root(draft, authority.key(), identifier))),
                Optional.empty(),
                Optional.empty(),
                warnings);
    }

    List<CfsslOutput> gencert(
            SigningAuthority authority, JsonSource config, List<CertificateOrder> orders, Instant now) {
        InputProblems problems = new InputProblems(strictness);
        authority.check(now, problems);
        List<JudgedRequest> judged = judge(config, orders, Optional.of(authority.issuer()), now, problems);
        List<CfsslProblem> warnings = problems.orThrow();
        return sign(authority, judged, keys(judged), warnings);
    }

    CfsslOutput genkey(JsonSource source) {
        InputProblems problems = new InputProblems(strictness);
        Optional<JudgedRequest> judged = RequestJson.read(source, problems).map(request -> {
            refuseAuthoritySection(request, problems);
            return new JudgedRequest(request, AlternativeNames.read(request.hosts(), problems), Optional.empty());
        });
        List<CfsslProblem> warnings = problems.orThrow();
        SigningKey key = SigningKey.generate(judged.orElseThrow().request().key(), random);
        return new CfsslOutput(
                Optional.empty(),
                Optional.of(request(judged.orElseThrow(), key)),
                Optional.of(key.pem(strictness)),
                warnings);
    }

    CfsslOutput sign(
            SigningAuthority authority,
            JsonSource config,
            String profileName,
            String requestPem,
            List<String> hostnames,
            Instant now) {
        InputProblems problems = new InputProblems(strictness);
        InputPlace origin = new InputPlace("csr", 0, 0, "");
        authority.check(now, problems);
        Optional<SigningProfile> profile = SigningPolicy.read(config, problems)
                .flatMap(policy -> policy.profile(GoText.wellFormed(profileName), problems));
        Optional<PKCS10CertificationRequest> request = RequestPem.read(requestPem, origin, problems);
        AlternativeNames hosts = AlternativeNames.read(
                hostnames.stream()
                        .map(host -> new Located<>(GoText.wellFormed(host), origin.at("hosts")))
                        .toList(),
                problems);
        Optional<CertificateDraft> draft = profile.flatMap(
                chosen -> request.map(asked -> CertificateDraft.of(asked, hosts, chosen, now, origin, problems)));
        draft.ifPresent(it -> it.check(authority.issuer(), now, problems));
        request.ifPresent(asked -> profile.ifPresent(chosen -> tellEncipherment(
                chosen,
                isRsa(asked.getSubjectPublicKeyInfo()),
                asked.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm().getId(),
                problems)));
        List<CfsslProblem> warnings = problems.orThrow();
        X509CertificateHolder certificate =
                writer.leaf(draft.orElseThrow(), request.orElseThrow().getSubjectPublicKeyInfo(), authority);
        return new CfsslOutput(
                Optional.of(CfsslPem.certificate(certificate)), Optional.of(requestPem), Optional.empty(), warnings);
    }

    private JudgedRequest judgeRoot(RequestJson request, Instant now, InputProblems problems) {
        if (!request.subject().namesAnAuthority()
                && problems.isSound(request.origin().at("CN"))
                && problems.isSound(request.origin().at("names"))) {
            problems.add(CfsslRule.SUBJECT_MISSING, request.origin().at("CN"));
        }
        if (problems.isStrict() && !request.hosts().isEmpty()) {
            problems.add(CfsslRule.HOSTS_OF_AUTHORITY, request.origin().at("hosts"));
        }
        Optional<RequestJson.AuthoritySection> section = request.authority();
        SigningProfile profile = SigningProfile.authority(
                section.flatMap(RequestJson.AuthoritySection::expiry)
                        .orElseGet(() -> new Located<>(AUTHORITY_EXPIRY, request.origin())),
                section.flatMap(RequestJson.AuthoritySection::backdate).orElse(SigningProfile.BACKDATE),
                request.crlUrl(),
                section.map(RequestJson.AuthoritySection::pathLength).orElse(0),
                section.map(RequestJson.AuthoritySection::pathLengthZero).orElse(false));
        AlternativeNames names =
                problems.isStrict() ? AlternativeNames.NONE : AlternativeNames.read(request.hosts(), problems);
        CertificateDraft draft = CertificateDraft.of(request, names, profile, now);
        draft.checkLife(now, problems);
        return new JudgedRequest(request, names, Optional.of(draft));
    }

    private List<JudgedRequest> judge(
            JsonSource config,
            List<CertificateOrder> orders,
            Optional<Issuer> issuer,
            Instant now,
            InputProblems problems) {
        Optional<SigningPolicy> policy = SigningPolicy.read(config, problems);
        Map<String, Optional<SigningProfile>> profiles = new HashMap<>();
        List<JudgedRequest> judged = new ArrayList<>();
        for (CertificateOrder order : orders) {
            Optional<SigningProfile> profile = policy.flatMap(it ->
                    profiles.computeIfAbsent(GoText.wellFormed(order.profile()), name -> it.profile(name, problems)));
            RequestJson.read(order.request(), problems)
                    .map(request -> request.with(order.commonName(), order.hostnames(), problems))
                    .ifPresent(request -> judged.add(judgeLeaf(request, profile, issuer, now, problems)));
        }
        return judged;
    }

    private JudgedRequest judgeLeaf(
            RequestJson request,
            Optional<SigningProfile> profile,
            Optional<Issuer> issuer,
            Instant now,
            InputProblems problems) {
        refuseAuthoritySection(request, problems);
        AlternativeNames names = AlternativeNames.read(request.hosts(), problems);
        Optional<CertificateDraft> draft = profile.map(chosen -> CertificateDraft.of(request, names, chosen, now));
        draft.ifPresent(it -> issuer.ifPresent(by -> it.check(by, now, problems)));
        profile.ifPresent(chosen ->
                tellEncipherment(chosen, request.key().isRsa(), request.key().algorithm(), problems));
        return new JudgedRequest(request, names, draft);
    }

    private void tellEncipherment(SigningProfile profile, boolean isRsa, String algorithm, InputProblems problems) {
        if (writer.leavesOutEncipherment(profile, isRsa)) {
            problems.add(CfsslRule.ENCIPHERMENT_LEFT_OUT, profile.origin().at("usages"), algorithm);
        }
    }

    private static void refuseAuthoritySection(RequestJson request, InputProblems problems) {
        request.authority().ifPresent(section -> problems.add(CfsslRule.CA_SECTION_IN_LEAF, section.origin()));
    }

    private static Optional<SigningKey> key(String pem, InputProblems problems) {
        try {
            return Optional.of(SigningKey.read(pem, new char[0]));
        } catch (PkiException e) {
            problems.add(CfsslRule.PEM_INVALID, KEY_PLACE, e.reason());
            return Optional.empty();
        }
    }

    /** Several RSA keys are generated in several threads; the other kinds are faster than the start of a thread. */
    private List<SigningKey> keys(List<JudgedRequest> judged) {
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
            throw new PkiException(Text.of("a key cannot be made", "не удалось создать ключ"), e.getCause());
        }
    }

    private List<CfsslOutput> sign(
            SigningAuthority authority,
            List<JudgedRequest> judged,
            List<SigningKey> keys,
            List<CfsslProblem> warnings) {
        List<CfsslOutput> outputs = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            SigningKey key = keys.get(i);
            X509CertificateHolder certificate =
                    writer.leaf(judged.get(i).draft().orElseThrow(), key.publicKey(), authority);
            // Problems of the configuration or the authority are reported once, with the first certificate.
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
            X509CertificateHolder certificate, JudgedRequest judged, SigningKey key, List<CfsslProblem> warnings) {
        return new CfsslOutput(
                Optional.of(CfsslPem.certificate(certificate)),
                Optional.of(request(judged, key)),
                Optional.of(key.pem(strictness)),
                warnings);
    }

    private String request(JudgedRequest judged, SigningKey key) {
        return RequestWriter.pem(judged.request(), judged.names(), key, random);
    }

    private static boolean isRsa(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
    }
}
