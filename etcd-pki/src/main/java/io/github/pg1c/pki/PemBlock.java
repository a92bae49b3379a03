package io.github.pg1c.pki;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** One block of a PEM text: the label, RFC 1421 headers such as {@code Proc-Type}, and the Base64 body. */
record PemBlock(String label, String headers, String body, String text) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    /** All complete blocks; what stands outside them is skipped. */
    static List<PemBlock> all(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        for (int from = text.indexOf(BEGIN); from >= 0; ) {
            int next = text.indexOf(BEGIN, from + BEGIN.length());
            // What has no end before the next beginning was cut off.
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

    boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
    }

    boolean isPrivateKey() {
        return label.toUpperCase(Locale.ROOT).endsWith("PRIVATE KEY");
    }

    boolean isEncrypted() {
        return label.equals("ENCRYPTED PRIVATE KEY") || headers.contains("ENCRYPTED");
    }

    byte[] der(String what) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            // The decoder would skip what is not Base64, and with it the sign that the text is damaged.
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

    private static PkiException damaged(String what) {
        return new PkiException("the Base64 text of the " + what + " is damaged");
    }
}
