package io.github.pg1c.secrets;

/**
 * Ids of the inventory: {@code ca/<name>} is an authority, {@code trust/…} a copy of what is trusted,
 * {@code crl/<name>} a revocation list, {@code crl/<name>/…} a copy of one, anything else a certificate.
 *
 * @since 0.1
 */
public final class CertificateIds {

    private static final String AUTHORITY = "ca/";
    private static final String LIST = "crl/";

    private CertificateIds() {}

    /** The id of an authority. */
    public static String ofAuthority(String name) {
        return AUTHORITY + name;
    }

    /** Whether this is an authority. */
    public static boolean isAuthority(String id) {
        return id.startsWith(AUTHORITY);
    }

    /** The name of the authority with this id. */
    public static String authority(String id) {
        return id.substring(AUTHORITY.length());
    }

    /** Whether this is a revocation list or a copy of one. */
    public static boolean isRevocationList(String id) {
        return id.startsWith(LIST);
    }

    /** Whether this is a copy of what is trusted or revoked. */
    public static boolean isCopy(String id) {
        return id.startsWith("trust/") || id.startsWith(LIST) && id.indexOf('/', LIST.length()) > 0;
    }
}
