package io.github.pg1c.bundle.part;

import io.github.pg1c.base.text.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a secret file without the secrets, which the secrets store fills in.
 *
 * @since 0.1
 */
public sealed interface SecretContent {

    /** Directory in the secrets store of what somebody outside issued. */
    String GIVEN = "given";

    /**
     * A digest of the content that does not depend on the secrets: two clusters with the same roles have the same
     * digest. It covers names of passwords and names and purposes of certificates, not passwords and keys.
     */
    default String digest() {
        return Sha256.shortened(toString());
    }

    /** Text with passwords in it. */
    static ComposedText text() {
        return new ComposedText(List.of());
    }

    /**
     * Text that is assembled from pieces.
     *
     * @param pieces in their order
     */
    record ComposedText(List<Piece> pieces) implements SecretContent {
        public ComposedText {
            pieces = List.copyOf(pieces);
        }

        /** The text with another text after it. */
        public ComposedText plain(String text) {
            return with(new Plain(text));
        }

        /** The text with a password after it. */
        public ComposedText password(String name, Quoting quoting) {
            return with(new Password(name, quoting));
        }

        /** The text with a password after it that somebody outside has chosen. */
        public ComposedText given(String name, Quoting quoting) {
            return with(new GivenPassword(name, quoting));
        }

        /** The text with the verifier of a password after it. */
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
     * Text that is not secret.
     *
     * @param text as it stands
     */
    record Plain(String text) implements Piece {}

    /**
     * A password.
     *
     * @param name file of it below {@code passwords/} in the secrets store
     * @param quoting its quoting here
     */
    record Password(String name, Quoting quoting) implements Piece {}

    /**
     * A password that somebody outside has chosen: a person puts it into the secrets store, which never makes it.
     *
     * @param name whose it is
     * @param quoting its quoting here
     */
    record GivenPassword(String name, Quoting quoting) implements Piece {

        /** Its file in the secrets store. */
        public String file() {
            return GIVEN + "/" + name + "-password";
        }
    }

    /**
     * The SCRAM-SHA-256 verifier of a password, as {@code CREATE ROLE … PASSWORD} takes it.
     *
     * @param name file of the password below {@code passwords/} in the secrets store
     * @param quoting its quoting here
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
     * The same and further certificates, which the specification names; PEM.
     *
     * @param authority its name
     * @param further certificates of other authorities, PEM
     */
    record TrustedToo(String authority, String further) implements SecretContent {}

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
     * @param certificate the certificate
     * @param half the part of it
     */
    record Issued(NodeCertificate certificate, Half half) implements SecretContent {}

    /**
     * A certificate that an authority outside of the cluster issued, or its key: a person puts both into the secrets
     * store, which never makes them.
     *
     * @param name whose it is
     * @param half the part of it, not both
     * @param trusted certificates of the authorities that may have issued it, PEM
     * @param nameless whether its subject may have no common name
     */
    record Given(String name, Half half, String trusted, boolean nameless) implements SecretContent {

        /** Its file in the secrets store. */
        public String file() {
            return half == Half.PRIVATE_KEY ? keyFile() : certificateFile();
        }

        /** The file of the certificate in the secrets store. */
        public String certificateFile() {
            return GIVEN + "/" + name + ".pem";
        }

        /** The file of the key in the secrets store. */
        public String keyFile() {
            return GIVEN + "/" + name + "-key.pem";
        }
    }

    /** The part of an issued certificate in a file; all PEM, keys as unencrypted PKCS#8. */
    enum Half {
        CERTIFICATE,
        PRIVATE_KEY,
        /** Certificate and key in one file. */
        BOTH
    }
}
