package io.github.pg1c.pki;

import io.github.pg1c.base.text.Excerpt;

/**
 * A line of {@code pg_ident.conf}: the role of PostgreSQL that the holder of a client certificate may take.
 * {@code pg_hba.conf} names the map: {@code hostssl all all 10.0.0.0/24 cert map=clients}.
 *
 * @param map name of the map
 * @param commonName common name of the certificate
 * @param role role of PostgreSQL
 * @see <a href="https://www.postgresql.org/docs/current/auth-username-maps.html">PostgreSQL: user name maps</a>
 * @since 0.1
 */
public record PgIdent(String map, String commonName, String role) {

    /**
     * Checks that the line has exactly these names.
     *
     * @throws IllegalArgumentException for an empty name, a control character, and a slash in front, which PostgreSQL
     *     takes for a regular expression
     */
    public PgIdent {
        check("map", map);
        check("common name", commonName);
        check("role", role);
    }

    /** The line of a certificate that is requested for {@link Purpose#POSTGRESQL_CLIENT}. */
    public static PgIdent of(String map, CertificateRequest request, String role) {
        return new PgIdent(map, request.commonName(), role);
    }

    private static void check(String what, String name) {
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the " + what + " is empty or has a control character");
        }
        if (name.startsWith("/")) {
            throw new IllegalArgumentException("the " + what + " \"" + Excerpt.of(name)
                    + "\" begins with a slash, which PostgreSQL takes for a regular expression");
        }
    }

    /** The line without a line feed. Each name is in quotes, where keywords and signs have no meaning. */
    @Override
    public String toString() {
        return quoted(map) + ' ' + quoted(commonName) + ' ' + quoted(role);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
