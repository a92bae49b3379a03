package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.key.KeyPairs;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;

class KeyringTest {
    private static final PrivateKey KEY =
            KeyPairs.generate(KeyAlgorithm.P256, RANDOM).getPrivate();

    @Test
    void opensAnEncryptedKeyOnce() {
        try (Passphrase passphrase = Passphrase.of("correct horse".toCharArray())) {
            Keyring keyring = Keyring.of(passphrase);
            String locked = keyring.lock(KEY, RANDOM);

            PrivateKey first = keyring.open(locked);

            assertThat(first).isEqualTo(KEY);
            assertThat(keyring.open(locked)).isSameAs(first);
        }
    }

    @Test
    void locksOnlyWithAPassphrase() {
        Keyring keyring = Keyring.withoutPassphrase();

        assertThat(keyring.open(keyring.lock(KEY, RANDOM))).isEqualTo(KEY);
    }

    @Test
    void opensNothingWithAnotherPassphraseOrNone() {
        try (Passphrase right = Passphrase.of("correct horse".toCharArray());
                Passphrase wrong = Passphrase.of("wrong mule".toCharArray())) {
            String locked = Keyring.of(right).lock(KEY, RANDOM);

            assertThat(Keyring.withoutPassphrase().canOpen(locked)).isFalse();
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> Keyring.withoutPassphrase().open(locked));
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> Keyring.of(wrong).open(locked))
                    .withMessageContaining("the passphrase is another one");
        }
    }

    @Test
    void showsNothing() {
        try (Passphrase passphrase = Passphrase.of("correct horse".toCharArray())) {
            assertThat(Keyring.of(passphrase)).hasToString("Keyring[hidden]");
        }
    }
}
