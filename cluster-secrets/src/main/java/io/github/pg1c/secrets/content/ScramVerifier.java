package io.github.pg1c.secrets.content;

import io.github.pg1c.base.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The verifier that a server stores for a password under SCRAM-SHA-256, in PostgreSQL's form
 * {@code SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>}.
 *
 * <p>A pooler passes a client's proof on to PostgreSQL only when both have the same verifier, salt included. So it is
 * made once and kept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5802">RFC 5802</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc7677">RFC 7677</a>
 */
public final class ScramVerifier {

    private static final int ITERATIONS = 4096;
    private static final int SALT_OCTETS = 16;
    private static final Pattern FORM =
            Pattern.compile("SCRAM-SHA-256\\$([1-9][0-9]{0,6}):([A-Za-z0-9+/=]+)\\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+");

    private ScramVerifier() {}

    public static Secret create(Secret password, SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return of(password, salt, ITERATIONS);
    }

    /** Whether the verifier was made from the password. */
    public static boolean matches(Secret verifier, Secret password) {
        return salted(verifier, password)
                .map(again -> MessageDigest.isEqual(octets(again), octets(verifier)))
                .orElse(false);
    }

    static Secret of(Secret password, byte[] salt, int iterations) {
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, 256))
                    .getEncoded();
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            Base64.Encoder base64 = Base64.getEncoder();
            return Secret.of("SCRAM-SHA-256$" + iterations + ":" + base64.encodeToString(salt) + "$"
                    + base64.encodeToString(storedKey) + ":" + base64.encodeToString(hmac(salted, "Server Key")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256 and SHA-256", e);
        }
    }

    private static Optional<Secret> salted(Secret verifier, Secret password) {
        Matcher form = FORM.matcher(verifier.reveal());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            byte[] salt = Base64.getDecoder().decode(form.group(2));
            return Optional.of(of(password, salt, Integer.parseInt(form.group(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] octets(Secret secret) {
        return secret.reveal().getBytes(StandardCharsets.US_ASCII);
    }
}
