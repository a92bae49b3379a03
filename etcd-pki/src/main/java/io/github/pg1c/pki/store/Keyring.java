package io.github.pg1c.pki.store;

import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.EncryptedKeys;
import io.github.pg1c.pki.key.PemText;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts the keys of a store's authorities, and encrypts new ones. An encrypted key is decrypted once and cached,
 * because decryption takes hundreds of thousands of rounds by design.
 */
final class Keyring {
    private final @Nullable Passphrase passphrase;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    private Keyring(@Nullable Passphrase passphrase) {
        this.passphrase = passphrase;
    }

    /** For plain keys, or for runs that need no key. */
    static Keyring withoutPassphrase() {
        return new Keyring(null);
    }

    /** For keys that are encrypted, or will be. */
    static Keyring of(Passphrase passphrase) {
        return new Keyring(passphrase);
    }

    boolean hasPassphrase() {
        return passphrase != null;
    }

    /** Whether {@link #open} can be tried. */
    boolean canOpen(String pem) {
        return passphrase != null || !PemText.isEncrypted(pem);
    }

    /** @throws PkiException when the key is encrypted and there is no passphrase, or another one */
    PrivateKey open(String pem) {
        return PemText.isEncrypted(pem)
                ? opened.computeIfAbsent(pem, locked -> PemText.readPrivateKey(locked, passphrase))
                : PemText.readPrivateKey(pem);
    }

    /** The key in PEM, encrypted when there is a passphrase. */
    String lock(PrivateKey key, SecureRandom random) {
        return passphrase == null
                ? PemText.privateKey(key)
                : PemText.encryptedPrivateKey(EncryptedKeys.encrypt(key, passphrase, random));
    }

    @Override
    public String toString() {
        return "Keyring[hidden]";
    }
}
