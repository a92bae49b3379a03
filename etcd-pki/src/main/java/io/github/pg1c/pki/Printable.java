package io.github.pg1c.pki;

/** Foreign text made fit for a message: control characters shown, length bounded. */
final class Printable {
    private static final int LIMIT = 100;

    private Printable() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(LIMIT).forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return text.length() > LIMIT ? out + "…" : out.toString();
    }
}
