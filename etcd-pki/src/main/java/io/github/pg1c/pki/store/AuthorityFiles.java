package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.key.KeyPairs;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one authority in a store. An authority, unlike a certificate, is never replaced automatically, because
 * that would end the trust of the whole cluster.
 *
 * <p>The files show the phase of a replacement:
 *
 * <pre>
 * ca.pem, ca-key.pem             the generation that issues
 * next/ca.pem, next/ca-key.pem   the one that is to issue: trusted already
 * old/ca.pem, old/ca-key.pem     the one that issued: trusted still
 * </pre>
 *
 * When both {@code next/ca.pem} and {@code old/ca.pem} exist, the next generation has taken over, and only the move of
 * its files was interrupted.
 */
final class AuthorityFiles {
    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca-key.pem";

    private final CertificatePlan.Authority planned;
    private final Keyring keyring;
    private final Optional<AuthorityGeneration> issuing;
    private final Optional<AuthorityGeneration> next;
    private final Optional<AuthorityGeneration> old;
    private final Optional<PrivateKey> orphanedKey;

    private AuthorityFiles(
            CertificatePlan.Authority planned,
            Keyring keyring,
            Optional<AuthorityGeneration> issuing,
            Optional<AuthorityGeneration> next,
            Optional<AuthorityGeneration> old,
            Optional<PrivateKey> orphanedKey) {
        this.planned = planned;
        this.keyring = keyring;
        this.issuing = issuing;
        this.next = next;
        this.old = old;
        this.orphanedKey = orphanedKey;
    }

    static Path certificate(String name) {
        return directory(name).resolve(CERTIFICATE);
    }

    static Path key(String name) {
        return directory(name).resolve(KEY);
    }

    private static Path next(String name) {
        return directory(name).resolve("next");
    }

    private static Path old(String name) {
        return directory(name).resolve("old");
    }

    private static Path directory(String name) {
        return Path.of(StorePaths.AUTHORITIES, name);
    }

    /** Every path that a key of this authority can have. */
    static List<Path> keys(String name) {
        return Stream.of(directory(name), next(name), old(name))
                .map(directory -> directory.resolve(KEY))
                .toList();
    }

    static AuthorityFiles read(StagedFiles draft, CertificatePlan.Authority planned, Keyring keyring) {
        String name = planned.name();
        Path current = directory(name);
        try {
            Optional<AuthorityGeneration> old = generation(draft, old(name), false, keyring);
            Optional<AuthorityGeneration> next = Optional.empty();
            if (draft.read(next(name).resolve(CERTIFICATE)).isPresent()) {
                if (old.isEmpty()) {
                    next = generation(draft, next(name), !planned.isExternal(), keyring);
                } else if (!isMoved(draft, name)) {
                    current = next(name);
                }
            }
            Optional<AuthorityGeneration> issuing = generation(draft, current, !planned.isExternal(), keyring);
            Optional<PrivateKey> orphan = issuing.isPresent()
                    ? Optional.empty()
                    : draft.read(current.resolve(KEY)).map(keyring::open);
            return new AuthorityFiles(planned, keyring, issuing, next, old, orphan);
        } catch (PkiException e) {
            String files = " (" + StorePaths.text(certificate(name)) + ", " + StorePaths.text(key(name)) + ") ";
            throw new PkiException(
                    Text.of(
                            "the authority " + name + files + "cannot be used: "
                                    + e.reason().en() + "; " + remedy(keyring).en(),
                            "центр " + name + files + "использовать нельзя: "
                                    + e.reason().ru() + "; " + remedy(keyring).ru()),
                    e);
        }
    }

    private static Text remedy(Keyring keyring) {
        return keyring.hasPassphrase()
                ? Text.of(
                        "give the passphrase that they were encrypted with, or restore both files from a backup",
                        "задайте парольную фразу, которой они зашифрованы, или восстановите оба файла из резервной копии")
                : Text.of(
                        "restore both files from a backup, or remove both to begin with a new authority",
                        "восстановите оба файла из резервной копии или удалите оба, чтобы начать с нового центра");
    }

    private static Optional<AuthorityGeneration> generation(
            StagedFiles draft, Path directory, boolean keyNeeded, Keyring keyring) {
        Optional<String> certificate = draft.read(directory.resolve(CERTIFICATE));
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> key = draft.read(directory.resolve(KEY));
        if (keyNeeded && key.isEmpty()) {
            throw new PkiException(Text.of("its certificate is there, its key is not", "сертификат есть, а ключа нет"));
        }
        return Optional.of(AuthorityGeneration.read(certificate.get(), key, keyring));
    }

    private static boolean isMoved(StagedFiles draft, String name) {
        return draft.read(certificate(name)).equals(draft.read(next(name).resolve(CERTIFICATE)));
    }

    Optional<AuthorityGeneration> issuing() {
        return issuing;
    }

    Optional<AuthorityGeneration> old() {
        return old;
    }

    boolean isExternal() {
        return planned.isExternal();
    }

    String name() {
        return planned.name();
    }

    RotationPhase phase() {
        return next.isPresent()
                ? RotationPhase.TRUSTED
                : old.isPresent() ? RotationPhase.REISSUED : RotationPhase.SETTLED;
    }

    /**
     * All trusted generations, the newest first. The list does not change when the next generation takes over, so
     * programs need not load it again.
     */
    List<AuthorityGeneration> trusted() {
        return Stream.of(next, issuing, old).flatMap(Optional::stream).toList();
    }

    /** The trusted certificates; empty when the authority was not made yet. */
    Optional<String> trustPem() {
        return issuing.map(i -> trusted().stream()
                .map(AuthorityGeneration::chainPem)
                .flatMap(pem -> PemText.readCertificates(pem).stream())
                .distinct()
                .map(PemText::certificate)
                .collect(Collectors.joining()));
    }

    /** Completes an interrupted move, and encrypts a plain key when there is a passphrase. */
    AuthorityFiles settle(StagedFiles draft, SecureRandom random) {
        String name = planned.name();
        Path nextCertificate = next(name).resolve(CERTIFICATE);
        Path nextKey = next(name).resolve(KEY);
        if (old.isPresent() && draft.read(nextCertificate).isPresent()) {
            if (!isMoved(draft, name)) {
                // An external authority has no key here; its predecessor may have been this store's own.
                draft.read(nextKey)
                        .ifPresentOrElse(key -> draft.replace(key(name), key), () -> draft.delete(key(name)));
                draft.read(nextCertificate).ifPresent(pem -> draft.replace(certificate(name), pem));
            }
            // The key first; alone it would look like the key of a future generation.
            draft.delete(nextKey);
            draft.delete(nextCertificate);
        }
        if (old.isEmpty() && draft.read(old(name).resolve(KEY)).isPresent()) {
            draft.delete(old(name).resolve(KEY));
        }
        for (Path key : keyring.hasPassphrase() ? keys(name) : List.<Path>of()) {
            Optional<String> pem = draft.read(key);
            if (pem.isPresent() && !PemText.isEncrypted(pem.get())) {
                draft.replaceForGood(key, keyring.lock(PemText.readPrivateKey(pem.get()), random));
            }
        }
        return read(draft, planned, keyring);
    }

    /**
     * The authority on disk, or a new one. A killed run can leave a key without a certificate; the certificate is then
     * made again.
     */
    AuthorityFiles ensure(StagedFiles draft, Clock clock, SecureRandom random) {
        if (issuing.isPresent() || !(planned.keyHolder() instanceof CertificatePlan.Own own)) {
            return settle(draft, random);
        }
        CertificateAuthority made = make(own.request(), orphanedKey, clock, random);
        put(draft, directory(planned.name()), made, orphanedKey.isEmpty(), random);
        return with(Optional.of(AuthorityGeneration.of(made)), next, old);
    }

    /** The same key under a new certificate. */
    AuthorityFiles renew(StagedFiles draft, Clock clock, SecureRandom random) {
        if (!(planned.keyHolder() instanceof CertificatePlan.Own own)) {
            throw new PkiException(Text.of(
                    "the authority " + planned.name()
                            + " is outside; import its new certificate instead of renewing it here",
                    "центр " + planned.name() + " внешний; вместо продления загрузите его новый сертификат"));
        }
        CertificateAuthority renewed =
                issuing.orElseThrow().authority().renewed(own.request().validity(), clock, random);
        draft.replace(certificate(planned.name()), renewed.certificatePem());
        return with(Optional.of(AuthorityGeneration.of(renewed)), next, old);
    }

    /** Makes the next generation, which is trusted from now on. */
    AuthorityFiles trustNext(StagedFiles draft, Clock clock, SecureRandom random) {
        if (!(planned.keyHolder() instanceof CertificatePlan.Own own)) {
            throw new PkiException(Text.of(
                    "the authority " + planned.name()
                            + " is outside; the replacement begins when the certificate of its new key is imported",
                    "центр " + planned.name() + " внешний; замена начинается с загрузки сертификата его нового ключа"));
        }
        refusePlainKeyBesideEncrypted();
        Optional<PrivateKey> begun =
                draft.read(next(planned.name()).resolve(KEY)).map(keyring::open);
        CaRequest request = issuing.orElseThrow().successor(own.request());
        CertificateAuthority made = make(request, begun, clock, random);
        put(draft, next(planned.name()), made, begun.isEmpty(), random);
        return with(issuing, Optional.of(AuthorityGeneration.of(made)), old);
    }

    /** Stores the certificate of an external authority. A certificate with another key becomes the next generation. */
    void place(StagedFiles draft, AuthorityGeneration imported) {
        boolean renewal = issuing.map(g -> g.certificate()
                        .getPublicKey()
                        .equals(imported.certificate().getPublicKey()))
                .orElse(true);
        if (!renewal && phase() == RotationPhase.REISSUED) {
            throw new PkiException(Text.of(
                    "the authority " + planned.name()
                            + " is being replaced; drop its old generation before the next one is imported",
                    "центр " + planned.name()
                            + " как раз заменяется; сначала уберите старое поколение, затем загружайте следующее"));
        }
        if (issuing.isEmpty()) {
            // Left by a run that was killed before this authority became external.
            draft.delete(key(planned.name()));
        }
        draft.replace(
                renewal ? certificate(planned.name()) : next(planned.name()).resolve(CERTIFICATE), imported.chainPem());
    }

    /**
     * Makes the next generation the issuing one and keeps the previous one as trusted. The step is final when the
     * certificate of the old one is written.
     */
    AuthorityFiles switchToNext(StagedFiles draft, SecureRandom random) {
        String name = planned.name();
        draft.read(key(name)).ifPresent(key -> draft.replace(old(name).resolve(KEY), key));
        draft.read(certificate(name)).ifPresent(pem -> draft.replace(old(name).resolve(CERTIFICATE), pem));
        return read(draft, planned, keyring).settle(draft, random);
    }

    /** Ends the trust in the old generation; its files remain only in the history. */
    AuthorityFiles dropOld(StagedFiles draft) {
        draft.delete(old(planned.name()).resolve(KEY));
        draft.delete(old(planned.name()).resolve(CERTIFICATE));
        return with(issuing, next, Optional.empty());
    }

    Issuance report(Optional<AuthorityGeneration> current, IssuancePolicy policy, Instant now) {
        Set<ReissueReason> reasons = EnumSet.noneOf(ReissueReason.class);
        Issuance.Action action = Issuance.Action.KEPT;
        if (issuing.isPresent()) {
            Examination.life(issuing.get().certificate(), null, policy.window(), now)
                    .ifPresent(reasons::add);
        } else {
            reasons.add(ReissueReason.MISSING);
            if (planned.isExternal()) {
                action = Issuance.Action.AWAITED;
            } else {
                if (orphanedKey.isEmpty()) {
                    reasons.add(ReissueReason.KEY_MISSING);
                }
                action = orphanedKey.isPresent() ? Issuance.Action.RENEWED : Issuance.Action.ISSUED;
            }
        }
        return issuance(action, reasons, current);
    }

    Issuance issuance(Issuance.Action action, Set<ReissueReason> reasons, Optional<AuthorityGeneration> current) {
        return Issuance.of(
                StorePaths.AUTHORITIES + "/" + planned.name(),
                action,
                reasons,
                current.map(ca -> ca.certificate().getNotAfter().toInstant()));
    }

    private void refusePlainKeyBesideEncrypted() {
        if (!keyring.hasPassphrase()
                && issuing.filter(AuthorityGeneration::isKeyEncrypted).isPresent()) {
            throw new PkiException(Text.of(
                    "the key of the authority " + planned.name()
                            + " is encrypted, so the next one has to be as well; no passphrase was given",
                    "ключ центра " + planned.name()
                            + " зашифрован, значит, и следующий должен быть зашифрован; парольная фраза не задана"));
        }
    }

    private void put(
            StagedFiles draft, Path directory, CertificateAuthority made, boolean withKey, SecureRandom random) {
        if (withKey) {
            draft.replace(directory.resolve(KEY), keyring.lock(made.privateKey(), random));
        }
        draft.replace(directory.resolve(CERTIFICATE), made.certificatePem());
    }

    private AuthorityFiles with(
            Optional<AuthorityGeneration> issuing,
            Optional<AuthorityGeneration> next,
            Optional<AuthorityGeneration> old) {
        return new AuthorityFiles(planned, keyring, issuing, next, old, Optional.empty());
    }

    private static CertificateAuthority make(
            CaRequest request, Optional<PrivateKey> existing, Clock clock, SecureRandom random) {
        KeyPair keys = existing.map(KeyPairs::of).orElseGet(() -> KeyPairs.generate(request.keyAlgorithm(), random));
        return CertificateAuthority.create(request, keys, clock, random);
    }
}
