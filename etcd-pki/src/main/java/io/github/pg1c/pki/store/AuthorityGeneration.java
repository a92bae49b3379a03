package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.x509.DistinguishedNames;
import io.github.pg1c.pki.x509.SelfCheck;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One key of an authority, with the certificates up to the root, usually only its own. The key is opened when it is
 * needed, so a run that issues nothing needs no passphrase.
 */
final class AuthorityGeneration {
    private static final Pattern NUMBER = Pattern.compile("(.*) G([1-9][0-9]{0,5})");

    private final List<X509Certificate> chain;
    private final Optional<String> keyPem;
    private final Keyring keyring;
    private @Nullable CertificateAuthority opened;

    private AuthorityGeneration(List<X509Certificate> chain, Optional<String> keyPem, Keyring keyring) {
        this.chain = chain;
        this.keyPem = keyPem;
        this.keyring = keyring;
    }

    /**
     * A generation from its files.
     *
     * @throws PkiException when they cannot be read or contradict each other; an encrypted key is not checked
     */
    static AuthorityGeneration read(String certificatePem, Optional<String> keyPem, Keyring keyring) {
        List<X509Certificate> chain = PemText.readCertificates(certificatePem);
        SelfCheck.isAuthority(chain.get(0));
        AuthorityGeneration generation = new AuthorityGeneration(chain, keyPem, keyring);
        if (keyPem.filter(keyring::canOpen).isPresent()) {
            generation.authority();
        }
        return generation;
    }

    static AuthorityGeneration of(CertificateAuthority authority) {
        AuthorityGeneration generation = new AuthorityGeneration(
                List.of(authority.certificate()), Optional.empty(), Keyring.withoutPassphrase());
        generation.opened = authority;
        return generation;
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /** The certificates between a leaf and the root that its verifiers know. */
    List<X509Certificate> intermediates() {
        return chain.stream()
                .filter(c -> !c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                .toList();
    }

    String chainPem() {
        return chain.stream().map(PemText::certificate).collect(Collectors.joining());
    }

    boolean hasKey() {
        return opened != null || keyPem.isPresent();
    }

    boolean isKeyEncrypted() {
        return keyPem.map(PemText::isEncrypted).orElse(false);
    }

    /** @throws PkiException when there is no key, or it is encrypted and there is no passphrase */
    CertificateAuthority authority() {
        CertificateAuthority known = opened;
        if (known == null) {
            String key = keyPem.orElseThrow(() -> new PkiException(Text.of(
                    "the key of the authority " + certificate().getSubjectX500Principal() + " is not in this store",
                    "ключа центра " + certificate().getSubjectX500Principal() + " нет в этом хранилище")));
            known = CertificateAuthority.open(certificate(), keyring.open(key));
            opened = known;
        }
        return known;
    }

    /** 1 for the first key. The number is part of the name, so no two generations share a name. */
    int number() {
        Matcher matcher = NUMBER.matcher(commonName(certificate()));
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 1;
    }

    /** The planned request with the name of the next generation. */
    CaRequest successor(CaRequest planned) {
        String suffix = " G" + (number() + 1);
        Matcher matcher = NUMBER.matcher(planned.commonName());
        String base = matcher.matches() ? matcher.group(1) : planned.commonName();
        int room = 64 - suffix.length();
        if (base.codePointCount(0, base.length()) > room) {
            base = base.substring(0, base.offsetByCodePoints(0, room)).strip();
        }
        return new CaRequest(base + suffix, planned.organization(), planned.keyAlgorithm(), planned.validity());
    }

    private static String commonName(X509Certificate certificate) {
        return DistinguishedNames.commonName(certificate);
    }

    @Override
    public String toString() {
        return "AuthorityGeneration[" + certificate().getSubjectX500Principal() + "]";
    }
}
