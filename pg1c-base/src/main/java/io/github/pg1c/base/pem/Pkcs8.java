package io.github.pg1c.base.pem;

import io.github.pg1c.base.words.Text;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Unencrypted private keys in PKCS#8: EC, RSA and Ed25519. Their encoding is always version 1, because OpenSSL before
 * 3.5 and the JDK before 21 cannot read version 2, which carries the public key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5958">RFC 5958</a>
 * @since 0.1
 */
public final class Pkcs8 {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final byte[] VERSION_ONE = {INTEGER, 1, 0};

    private Pkcs8() {}

    /**
     * The key of an encoding.
     *
     * @throws PemException when it is damaged or of another kind
     */
    public static PrivateKey read(byte[] der) {
        try {
            Parts parts = Parts.of(der);
            return KeyFactory.getInstance(parts.kind()).generatePrivate(new PKCS8EncodedKeySpec(parts.versionOne()));
        } catch (GeneralSecurityException | BufferUnderflowException | IllegalArgumentException e) {
            // The cause could quote bytes of the key.
            throw new PemException(Text.of(
                    "the private key cannot be read: it is damaged or of an unsupported kind",
                    "закрытый ключ не удалось прочитать: он повреждён или неподдерживаемого вида"));
        }
    }

    /**
     * The encoding of a key, without its public half and its attributes.
     *
     * @throws PemException when the key cannot be exported from where it is kept
     */
    public static byte[] encode(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new PemException(Text.of(
                    "the private key cannot be exported from where it is kept",
                    "закрытый ключ нельзя извлечь оттуда, где он хранится"));
        }
        try {
            return Parts.of(encoded).versionOne();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new PemException(Text.of(
                    "the private key has an encoding other than PKCS#8", "закрытый ключ закодирован не как PKCS#8"));
        }
    }

    /** The elements that version 1 has, each with its tag and length. */
    private record Parts(byte[] algorithm, byte[] key) {

        static Parts of(byte[] der) {
            ByteBuffer all = ByteBuffer.wrap(der);
            ByteBuffer fields = content(all, SEQUENCE);
            if (all.hasRemaining()) {
                throw new IllegalArgumentException("octets behind the key");
            }
            content(fields, INTEGER);
            return new Parts(element(fields, SEQUENCE), element(fields, OCTET_STRING));
        }

        byte[] versionOne() {
            ByteArrayOutputStream der = new ByteArrayOutputStream();
            int length = VERSION_ONE.length + algorithm.length + key.length;
            der.write(SEQUENCE);
            if (length < 0x80) {
                der.write(length);
            } else {
                int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
                der.write(0x80 | octets);
                for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
                    der.write(length >> shift);
                }
            }
            der.writeBytes(VERSION_ONE);
            der.writeBytes(algorithm);
            der.writeBytes(key);
            return der.toByteArray();
        }

        /** The JDK's name of the kind of key. */
        String kind() {
            ByteBuffer identifier = content(content(ByteBuffer.wrap(algorithm), SEQUENCE), OBJECT_IDENTIFIER);
            byte[] oid = new byte[identifier.remaining()];
            identifier.get(oid);
            return switch (HexFormat.of().formatHex(oid)) {
                case "2a8648ce3d0201" -> "EC";
                case "2a864886f70d010101" -> "RSA";
                case "2b6570" -> "Ed25519";
                default -> throw new IllegalArgumentException("another kind of key");
            };
        }

        private static byte[] element(ByteBuffer from, int tag) {
            int start = from.position();
            content(from, tag);
            return Arrays.copyOfRange(from.array(), from.arrayOffset() + start, from.arrayOffset() + from.position());
        }

        /** The content of the next element, which must have this tag and a definite length. */
        private static ByteBuffer content(ByteBuffer from, int tag) {
            if ((from.get() & 0xff) != tag) {
                throw new IllegalArgumentException("another element");
            }
            int length = from.get() & 0xff;
            if (length > 0x80 && length <= 0x84) {
                int octets = length & 0x7f;
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | from.get() & 0xff;
                }
            } else if (length >= 0x80) {
                throw new IllegalArgumentException("no definite length");
            }
            if (length < 0 || length > from.remaining()) {
                throw new BufferUnderflowException();
            }
            ByteBuffer content = from.slice(from.position(), length);
            from.position(from.position() + length);
            return content;
        }
    }
}
