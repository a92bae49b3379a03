package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.key.ReaderCodes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a file as text. */
final class FileText {

    /** The largest size of a file in bytes; a specification of a hundred nodes has a tenth of it. */
    static final int LIMIT = 1 << 20;

    private FileText() {}

    /**
     * Decodes a file.
     *
     * @throws UnreadableDocumentException when it is too large, is not UTF-8 or has control characters
     */
    static String decode(byte[] bytes, String origin, FileFindings findings) {
        if (bytes.length > LIMIT) {
            throw new UnreadableDocumentException(
                    ReaderCodes.TOO_LARGE,
                    new Location(1, 1),
                    Text.of(origin + " is larger than 1 MiB", origin + " больше 1 МиБ"),
                    Text.of("name the specification of one cluster", "укажите описание одного кластера"));
        }
        String text = utf8(bytes);
        if (text.startsWith("\uFEFF")) {
            findings.warning(
                    ReaderCodes.BYTE_ORDER_MARK,
                    new Location(1, 1),
                    Text.of("the file begins with a byte order mark", "файл начинается с метки порядка байтов (BOM)"),
                    Text.of("save it as UTF-8 without BOM", "сохраните его в UTF-8 без BOM"));
            text = text.substring(1);
        }
        printable(text);
        return text;
    }

    private static String utf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, text, true);
        if (result.isError()) {
            throw new UnreadableDocumentException(
                    ReaderCodes.ENCODING,
                    place(text.flip().toString(), text.length()),
                    Text.of("the file is not UTF-8 from here on", "начиная с этого места файл не в UTF-8"),
                    Text.of(
                            "save it as UTF-8 without BOM (not Windows-1251, not UTF-16)",
                            "сохраните его в UTF-8 без BOM (не в Windows-1251 и не в UTF-16)"));
        }
        return text.flip().toString();
    }

    private static void printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text, i)) {
                String code = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(i));
                throw new UnreadableDocumentException(
                        ReaderCodes.CONTROL_CHARACTER,
                        place(text, i),
                        Text.of("character " + code + " is not allowed", "знак " + code + " недопустим"),
                        Text.of(
                                "remove it; write the file with a text editor",
                                "удалите его; файл должен быть текстовым"));
            }
        }
    }

    private static Location place(String text, int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < index && i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Location(line, column);
    }

    private static boolean allowed(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\u0085';
        return !control && c != '\uFEFF' && c <= '\uFFFD';
    }
}
