package io.github.pg1c.secrets;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.bundle.part.SecretContent.Given;
import io.github.pg1c.bundle.part.SecretContent.GivenPassword;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.IssuedCertificate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Certificates, keys and passwords that others issue and a person puts into the store. They are looked at before the
 * first secret is made, and never made or replaced.
 *
 * @param files the store
 */
record GivenSecrets(PrivateDirectory files) {

    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    /** In a subject as RFC 2253 writes it, where a comma within a value has a backslash before it. */
    private static final Pattern COMMON_NAME = Pattern.compile("(^|(?<!\\\\)[,+])CN=");

    private static final String ANY_USAGE = "2.5.29.37.0";

    /**
     * Looks at all of them, so that all mistakes come at once.
     *
     * @throws FileException when one or more are missing or unfit
     */
    void refuseUnfit(List<SecretFile> secrets, Clock clock) {
        Map<String, Set<Text>> faults = new LinkedHashMap<>();
        for (SecretFile secret : secrets) {
            if (secret.content() instanceof Given given) {
                certificate(given, clock, faults);
            } else if (secret.content() instanceof ComposedText text) {
                passwords(text).forEach(password -> password(password, faults));
            }
        }
        if (!faults.isEmpty()) {
            throw new FileException(
                    files.file(SecretContent.GIVEN),
                    sentence(faults),
                    Text.of(
                            "others issue these files: ask for them, and put them there",
                            "эти файлы выдают другие: запросите их и положите туда"));
        }
    }

    /** Whether every password that others chose for a text is there. */
    boolean isComplete(ComposedText text) {
        return passwords(text).stream()
                .allMatch(password -> files.readText(password.file()).isPresent());
    }

    /** A password that is there. */
    Secret password(GivenPassword password) {
        return new PasswordCheck(files)
                .accepted(password.file(), files.readText(password.file()).orElseThrow());
    }

    private static List<GivenPassword> passwords(ComposedText text) {
        return text.pieces().stream()
                .flatMap(piece -> piece instanceof GivenPassword one
                        ? Optional.of(one).stream()
                        : Optional.<GivenPassword>empty().stream())
                .toList();
    }

    private void password(GivenPassword password, Map<String, Set<Text>> faults) {
        Optional<String> text = files.readText(password.file());
        if (text.isEmpty()) {
            add(faults, password.file(), Text.of("there is no such file", "такого файла нет"));
            return;
        }
        try {
            new PasswordCheck(files).accepted(password.file(), text.get());
        } catch (FileException e) {
            add(faults, password.file(), e.reason());
        }
    }

    private void certificate(Given given, Clock clock, Map<String, Set<Text>> faults) {
        String file = given.certificateFile();
        Optional<byte[]> certificate = files.read(file);
        Optional<byte[]> key = files.read(given.keyFile());
        if (certificate.isEmpty()) {
            add(faults, file, Text.of("there is no such file", "такого файла нет"));
        }
        if (key.isEmpty()) {
            add(faults, given.keyFile(), Text.of("there is no such file", "такого файла нет"));
        }
        if (certificate.isEmpty()) {
            return;
        }
        List<X509Certificate> chain;
        try {
            chain = certificates(certificate.get());
        } catch (CertificateException e) {
            add(faults, file, Text.of("it is no certificate in PEM", "это не сертификат в виде PEM"));
            return;
        }
        if (key.isPresent()) {
            fits(certificate.get(), key.get(), given.keyFile(), faults);
        }
        if (given.nameless() && hasCommonName(chain.get(0))) {
            add(
                    faults,
                    file,
                    Text.of(
                            "its subject has a common name, which is refused where users have passwords: "
                                    + chain.get(0).getSubjectX500Principal(),
                            "в его субъекте есть общее имя, а там, где у пользователей есть пароли, такие отвергают: "
                                    + chain.get(0).getSubjectX500Principal()));
        }
        examine(chain, given.trusted(), clock, file, faults);
    }

    private static boolean hasCommonName(X509Certificate certificate) {
        return COMMON_NAME
                .matcher(certificate.getSubjectX500Principal().getName())
                .find();
    }

    private void fits(byte[] certificate, byte[] key, String file, Map<String, Set<Text>> faults) {
        try {
            IssuedCertificate.open(certificate, key);
        } catch (PkiException e) {
            add(faults, file, e.reason());
        }
    }

    private void examine(
            List<X509Certificate> chain, String trusted, Clock clock, String file, Map<String, Set<Text>> faults) {
        X509Certificate own = chain.get(0);
        Date now = Date.from(clock.instant());
        if (now.after(own.getNotAfter())) {
            add(
                    faults,
                    file,
                    Text.of(
                            "it has expired on " + own.getNotAfter().toInstant(),
                            "срок истёк " + own.getNotAfter().toInstant()));
        } else if (now.before(own.getNotBefore())) {
            add(
                    faults,
                    file,
                    Text.of(
                            "it is not valid before " + own.getNotBefore().toInstant(),
                            "действует только с " + own.getNotBefore().toInstant()));
        }
        try {
            List<String> usages = own.getExtendedKeyUsage();
            if (usages != null && !usages.contains(CLIENT_AUTHENTICATION) && !usages.contains(ANY_USAGE)) {
                add(
                        faults,
                        file,
                        Text.of(
                                "its extended key usage does not allow clients (clientAuth)",
                                "его расширенное назначение ключа не для клиентов (нет clientAuth)"));
            }
            Date valid = now.after(own.getNotAfter()) || now.before(own.getNotBefore()) ? own.getNotAfter() : now;
            if (!issuedBy(chain, certificates(trusted.getBytes(StandardCharsets.US_ASCII)), valid)) {
                add(
                        faults,
                        file,
                        Text.of(
                                "no authority in the specification has issued it: " + own.getIssuerX500Principal(),
                                "его не выдавал ни один центр из описания: " + own.getIssuerX500Principal()));
            }
        } catch (GeneralSecurityException e) {
            add(faults, file, Text.of("it cannot be read", "его не удалось прочитать"));
        }
    }

    private static boolean issuedBy(List<X509Certificate> chain, List<X509Certificate> trusted, Date valid)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(
                trusted.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        parameters.setDate(valid);
        // An authority that is trusted may stand at the end of the file, too.
        List<X509Certificate> path =
                chain.stream().filter(one -> !trusted.contains(one)).toList();
        if (path.isEmpty()) {
            return false;
        }
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return true;
        } catch (java.security.cert.CertPathValidatorException e) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(byte[] pem) throws CertificateException {
        Collection<? extends java.security.cert.Certificate> all =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
        List<X509Certificate> certificates = new ArrayList<>();
        all.forEach(one -> certificates.add((X509Certificate) one));
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return certificates;
    }

    private static void add(Map<String, Set<Text>> faults, String file, Text fault) {
        faults.computeIfAbsent(file.substring(SecretContent.GIVEN.length() + 1), name -> new LinkedHashSet<>())
                .add(fault);
    }

    private static Text sentence(Map<String, Set<Text>> faults) {
        List<Text> all = new ArrayList<>();
        faults.forEach((file, reasons) ->
                reasons.forEach(reason -> all.add(Text.of(file + ": " + reason.en(), file + ": " + reason.ru()))));
        return Text.joined("; ", all);
    }
}
