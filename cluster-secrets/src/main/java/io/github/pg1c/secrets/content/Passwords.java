package io.github.pg1c.secrets.content;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.model.value.SqlName;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** New passwords, and the names of their files. */
public final class Passwords {

    /** Without 0, O, 1, I and l, which people mix up when they read a password aloud. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    /** 57^32 is more than 2^186. */
    private static final int LENGTH = 32;

    public static final String SUPERUSER = "superuser";
    public static final String REPLICATION = "replication";
    public static final String REWIND = "rewind";
    public static final String REST_API = "restapi";
    public static final String STATISTICS = "haproxy-stats";

    private Passwords() {}

    public static Secret create(SecureRandom random) {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(password.toString());
    }

    /** Where the store keeps the password of this name. */
    public static String file(String name) {
        return "passwords/" + name;
    }

    /**
     * The name of a role's file: letters that a file system may fold or forbid are written as {@code %XX} of their
     * UTF-8.
     */
    public static String ofRole(SqlName role) {
        StringBuilder name = new StringBuilder("role-");
        for (byte octet : role.value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean safe = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (safe) {
                name.append(c);
            } else {
                name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return name.toString();
    }
}
