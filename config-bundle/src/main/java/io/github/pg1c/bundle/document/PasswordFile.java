package io.github.pg1c.bundle.document;

import io.github.pg1c.model.value.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Where the secrets store keeps the passwords that an administrator types, as {@code passwords/role-zup}. */
final class PasswordFile {

    /** Password of the database superuser. */
    static final String SUPERUSER = "passwords/superuser";
    /** Password of HAProxy's statistics page. */
    static final String STATISTICS = "passwords/haproxy-stats";

    private PasswordFile() {}

    /** The file of a role; letters that a file system may fold or forbid are {@code %XX} of their UTF-8. */
    static String of(SqlName role) {
        StringBuilder path = new StringBuilder("passwords/role-");
        for (byte octet : role.value().getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if ((letter >= 'a' && letter <= 'z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '_'
                    || letter == '-') {
                path.append(letter);
            } else {
                path.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return path.toString();
    }
}
