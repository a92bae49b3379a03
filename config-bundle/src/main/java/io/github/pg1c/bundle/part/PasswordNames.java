package io.github.pg1c.bundle.part;

import io.github.pg1c.model.value.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Names of the passwords in the secrets store, which are file names. */
public final class PasswordNames {

    /** The superuser of the database. */
    public static final String SUPERUSER = "superuser";

    /** The role that standbys replicate with. */
    public static final String REPLICATION = "replication";

    /** The role that rewinds a former leader. */
    public static final String REWIND = "rewind";

    /** The user of the REST API for requests that change something. */
    public static final String REST_API = "restapi";

    private static final String ROLE = "role-";

    private PasswordNames() {}

    /** Whether a role of the database has the password, so that a copy of the database has it, too. */
    public static boolean ofDatabase(String name) {
        return List.of(SUPERUSER, REPLICATION, REWIND).contains(name) || name.startsWith(ROLE);
    }

    /** The path of a password in the secrets store. */
    public static String file(String name) {
        return "passwords/" + name;
    }

    /**
     * The password of a role. Letters that a file system may fold or forbid are written as {@code %XX} of their UTF-8.
     */
    public static String ofRole(SqlName role) {
        StringBuilder name = new StringBuilder(ROLE);
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
