package io.github.pg1c.base.pem;

import io.github.pg1c.base.words.Text;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * One block of a PEM text. Its text form shows the label only.
 *
 * @param label the words after {@code BEGIN}, such as {@code CERTIFICATE}
 * @param headers those of RFC 1421, such as {@code Proc-Type}; mostly empty
 * @param body the Base64 text
 * @param text the whole block with its first and last line
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 * @since 0.1
 */
public record PemBlock(String label, String headers, String body, String text) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    /** All complete blocks; what stands outside them is skipped. */
    public static List<PemBlock> all(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        for (int from = text.indexOf(BEGIN); from >= 0; ) {
            int next = text.indexOf(BEGIN, from + BEGIN.length());
            // A block without an end before the next begin is truncated.
            String piece = next < 0 ? text.substring(from) : text.substring(from, next);
            int labelEnd = piece.indexOf(DASHES, BEGIN.length());
            if (labelEnd >= 0) {
                String label = piece.substring(BEGIN.length(), labelEnd);
                String last = "-----END " + label + DASHES;
                int end = piece.indexOf(last, labelEnd + DASHES.length());
                if (end >= 0) {
                    blocks.add(of(
                            label,
                            piece.substring(labelEnd + DASHES.length(), end),
                            piece.substring(0, end + last.length()) + "\n"));
                }
            }
            from = next;
        }
        return blocks;
    }

    private static PemBlock of(String label, String content, String text) {
        int blank = content.indexOf(':') < 0 ? -1 : endOfHeaders(content);
        return blank < 0
                ? new PemBlock(label, "", content, text)
                : new PemBlock(label, content.substring(0, blank), content.substring(blank), text);
    }

    private static int endOfHeaders(String content) {
        int unix = content.indexOf("\n\n");
        int windows = content.indexOf("\r\n\r\n");
        return windows >= 0 && (unix < 0 || windows < unix) ? windows : unix;
    }

    /** Whether it is a certificate, also with the label of old OpenSSL. */
    public boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
    }

    /** Whether it is a list of revoked certificates. */
    public boolean isRevocationList() {
        return label.equals("X509 CRL");
    }

    /** Whether it is a private key of any form. */
    public boolean isPrivateKey() {
        return label.toUpperCase(Locale.ROOT).endsWith("PRIVATE KEY");
    }

    /** Whether it is encrypted. */
    public boolean isEncrypted() {
        return label.equals("ENCRYPTED PRIVATE KEY") || headers.contains("ENCRYPTED");
    }

    /**
     * The decoded octets.
     *
     * @param what the noun of the error, as "private key"
     * @throws PemException when something in the body is not Base64
     */
    public byte[] der(Text what) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            // The decoder would skip characters that are not Base64, and damage would go unnoticed.
            if (!(c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || c >= '0' && c <= '9'
                    || "+/= \t\r\n".indexOf(c) >= 0)) {
                throw damaged(what);
            }
        }
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw damaged(what);
        }
    }

    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }

    private static PemException damaged(Text what) {
        return new PemException(
                Text.of("the Base64 text of the " + what.en() + " is damaged", what.ru() + ": текст Base64 повреждён"));
    }
}
