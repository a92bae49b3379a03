package io.github.pg1c.pki.authority;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.PrivateKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** PKCS#12 by the JDK's key store. OpenSSL 3, GnuTLS and pgJDBC read its PBES2 with AES-256. */
final class Pkcs12 {
    private Pkcs12() {}

    static byte[] write(IssuedCertificate issued, String alias, Passphrase passphrase, List<X509Certificate> issuers) {
        char[] characters = passphrase.copy();
        try {
            KeyStore store = keyStore();
            store.load(null, null);
            List<Certificate> chain = new ArrayList<>();
            chain.add(issued.certificate());
            chain.addAll(issuers);
            store.setKeyEntry(
                    alias, PrivateKeys.normalised(issued.privateKey()), characters, chain.toArray(new Certificate[0]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, characters);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new PkiException(Text.of("the PKCS#12 file cannot be made", "не удалось создать файл PKCS#12"));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    static IssuedCertificate read(byte[] file, Passphrase passphrase) {
        char[] characters = passphrase.copy();
        try {
            KeyStore store = keyStore();
            store.load(new ByteArrayInputStream(file), characters);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, characters) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return IssuedCertificate.of(certificate, PrivateKeys.normalised(key));
                }
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new PkiException(Text.of(
                    "the PKCS#12 file cannot be read: the passphrase is another one, or the file is damaged",
                    "файл PKCS#12 не удалось прочитать: парольная фраза другая или файл повреждён"));
        } finally {
            Arrays.fill(characters, '\0');
        }
        throw new PkiException(Text.of(
                "the PKCS#12 file holds no private key with a certificate",
                "в файле PKCS#12 нет закрытого ключа с сертификатом"));
    }

    /** The JDK's key store, also in an application that prefers a provider with RC2. */
    private static KeyStore keyStore() throws KeyStoreException {
        Provider jdk = Security.getProvider("SUN");
        return jdk != null && jdk.getService("KeyStore", "PKCS12") != null
                ? KeyStore.getInstance("PKCS12", jdk)
                : KeyStore.getInstance("PKCS12");
    }
}
