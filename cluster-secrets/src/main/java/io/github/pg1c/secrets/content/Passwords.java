package io.github.pg1c.secrets.content;

import io.github.pg1c.base.secret.Secret;
import java.security.SecureRandom;

/** New passwords. */
public final class Passwords {

    /** Without 0, O, 1, I and l, which people mix up when they read a password aloud. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    /** 57^32 is more than 2^186. */
    private static final int LENGTH = 32;

    private Passwords() {}

    public static Secret create(SecureRandom random) {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(password.toString());
    }
}
