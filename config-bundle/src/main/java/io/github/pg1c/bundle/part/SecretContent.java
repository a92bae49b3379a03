package io.github.pg1c.bundle.part;

import io.github.pg1c.base.text.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * What a secret file holds, without the secret: the secrets store fills it.
 *
 * @since 0.1
 */
public sealed interface SecretContent {

    /**
     * Another one for other content, whatever the secrets are: two clusters with the same roles have the same. Names of
     * passwords, names and purposes of certificates count, passwords and keys do not.
     */
    default String digest() {
        return Sha256.shortened(toString());
    }

    /** Text with passwords in it. */
    static ComposedText text() {
        return new ComposedText(List.of());
    }

    /**
     * Text that is put together from pieces.
     *
     * @param pieces in their order
     */
    record ComposedText(List<Piece> pieces) implements SecretContent {
        public ComposedText {
            pieces = List.copyOf(pieces);
        }

        /** The text with more behind it. */
        public ComposedText plain(String text) {
            return with(new Plain(text));
        }

        /** The text with a password behind it. */
        public ComposedText password(String name, Quoting quoting) {
            return with(new Password(name, quoting));
        }

        /** The text with the verifier of a password behind it. */
        public ComposedText verifier(String name, Quoting quoting) {
            return with(new Verifier(name, quoting));
        }

        private ComposedText with(Piece piece) {
            List<Piece> more = new ArrayList<>(pieces);
            more.add(piece);
            return new ComposedText(more);
        }
    }

    /** A piece of a text. */
    sealed interface Piece {}

    /**
     * Text that is no secret.
     *
     * @param text as it stands
     */
    record Plain(String text) implements Piece {}

    /**
     * A password.
     *
     * @param name file of it below {@code passwords/} in the secrets store
     * @param quoting how it is written here
     */
    record Password(String name, Quoting quoting) implements Piece {}

    /**
     * The SCRAM-SHA-256 verifier of a password, as {@code CREATE ROLE … PASSWORD} takes it.
     *
     * @param name file of the password below {@code passwords/} in the secrets store
     * @param quoting how it is written here
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5803">RFC 5803</a>
     */
    record Verifier(String name, Quoting quoting) implements Piece {}

    /**
     * Certificates of an authority, the present and, during a rotation, the next or the former one; PEM.
     *
     * @param authority its name
     */
    record Trusted(String authority) implements SecretContent {}

    /**
     * The revocation list of an authority.
     *
     * @param authority its name
     * @param encoding as the reader takes it
     */
    record Revoked(String authority, Encoding encoding) implements SecretContent {}

    /** How a revocation list is encoded. */
    enum Encoding {
        PEM,
        DER
    }

    /**
     * A certificate that the store issues, or its key.
     *
     * @param certificate which one
     * @param half what of it
     */
    record Issued(NodeCertificate certificate, Half half) implements SecretContent {}

    /** What a file holds of an issued certificate; all PEM, keys as unencrypted PKCS#8. */
    enum Half {
        CERTIFICATE,
        PRIVATE_KEY,
        /** Certificate and key in one file. */
        BOTH
    }
}
