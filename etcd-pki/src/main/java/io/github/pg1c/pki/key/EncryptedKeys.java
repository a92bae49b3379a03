package io.github.pg1c.pki.key;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Private keys under a passphrase: written as PKCS#8 with PBES2, PBKDF2 with HMAC-SHA-256 and AES-256; read in that
 * form, in others of PKCS#8, and in OpenSSL's old one with a {@code Proc-Type} header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018">RFC 8018</a>
 */
public final class EncryptedKeys {
    /** As OWASP recommends for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
    private static final int ITERATIONS = 600_000;

    private EncryptedKeys() {}

    public static byte[] encrypt(PrivateKey key, Passphrase passphrase, SecureRandom random) {
        char[] characters = passphrase.copy();
        try {
            OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(BouncyCastle.PROVIDER)
                    .setPRF(PKCS8Generator.PRF_HMACSHA256)
                    .setIterationCount(ITERATIONS)
                    .setRandom(random)
                    .setPassword(characters)
                    .build();
            return new PKCS8EncryptedPrivateKeyInfoBuilder(PrivateKeys.pkcs8(key))
                    .build(encryptor)
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new PkiException(
                    Text.of("the private key cannot be encrypted", "закрытый ключ не удалось зашифровать"));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    static PrivateKey decrypt(byte[] encrypted, Passphrase passphrase) {
        char[] characters = passphrase.copy();
        try {
            PrivateKeyInfo info = new PKCS8EncryptedPrivateKeyInfo(encrypted)
                    .decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(characters));
            return PrivateKeys.read(info.getEncoded());
        } catch (PKCSException | OperatorCreationException | IOException | RuntimeException e) {
            throw undecipherable();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** {@code pem} is one block with the headers {@code Proc-Type} and {@code DEK-Info}. */
    static PrivateKey decryptTraditional(String pem, Passphrase passphrase) {
        char[] characters = passphrase.copy();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (!(parser.readObject() instanceof PEMEncryptedKeyPair pair)) {
                throw undecipherable();
            }
            PrivateKeyInfo info = pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(characters))
                    .getPrivateKeyInfo();
            return PrivateKeys.read(info.getEncoded());
        } catch (IOException | RuntimeException e) {
            throw undecipherable();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    // Without the cause, which could quote decrypted bytes.
    private static PkiException undecipherable() {
        return new PkiException(Text.of(
                "the private key cannot be decrypted: the passphrase is another one, or the key is damaged",
                "закрытый ключ не удалось расшифровать: парольная фраза другая или ключ повреждён"));
    }
}
