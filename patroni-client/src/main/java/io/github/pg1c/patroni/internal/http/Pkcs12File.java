package io.github.pg1c.patroni.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A key and its certificates from a PKCS#12 file. */
public final class Pkcs12File {
    private Pkcs12File() {}

    public static ClientCertificate read(Path file, String password) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, secret) instanceof PrivateKey key) {
                    List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList();
                    return new ClientCertificate(chain, key);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " cannot be opened as PKCS#12 with this password", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
        throw new IllegalArgumentException(file + " has no private key");
    }
}
