package io.github.pg1c.tuning.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a {@code postgresql.conf} by the server's own grammar: of several tokens the longest counts. The
 * order of included files and the limit of nesting are the server's.
 */
final class ConfReader {

    private static final int DEEPEST = 10;
    private static final String AUTO = "postgresql.auto.conf";
    private static final Set<String> INCLUDES = Set.of("include", "include_if_exists", "include_dir");
    private static final String LETTER = "[A-Za-z_\\x{80}-\\x{10FFFF}]";
    private static final String WORD = LETTER + "[A-Za-z_0-9\\x{80}-\\x{10FFFF}]*";

    /** In the order in which the server tries them when two are equally long. */
    private enum Token {
        NAME(WORD),
        QUALIFIED_NAME(WORD + "\\." + WORD),
        BARE(LETTER + "[-A-Za-z_0-9.:/\\x{80}-\\x{10FFFF}]*"),
        WHOLE_NUMBER("[-+]?(?:0x[0-9a-fA-F]+|\\d+)[A-Za-z]*"),
        FRACTION("[-+]?\\d*\\.\\d*(?:[Ee][-+]?\\d+)?");

        private final Pattern pattern;

        Token(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** A token as it is written; without a kind when it is quoted. */
    private record Found(@Nullable Token token, String text) {}

    private final @Nullable ConfFiles files;
    private final List<String> read = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<PostgresConf.Setting> settings = new ArrayList<>();
    private final List<PostgresConf.Include> includes = new ArrayList<>();
    private final List<PostgresConf.Mistake> mistakes = new ArrayList<>();

    private ConfReader(@Nullable ConfFiles files) {
        this.files = files;
    }

    static PostgresConf read(String text) {
        if (AlterSystemReader.reads(text)) {
            return AlterSystemReader.read("", text);
        }
        ConfReader reader = new ConfReader(null);
        reader.lines("", text);
        return reader.conf();
    }

    static PostgresConf read(String file, String text, ConfFiles files) {
        if (AlterSystemReader.reads(text)) {
            return AlterSystemReader.read(file, text);
        }
        ConfReader reader = new ConfReader(files);
        reader.lines(file, text);
        reader.automatic(file, files);
        return reader.conf();
    }

    private PostgresConf conf() {
        return new PostgresConf(read, settings, includes, mistakes, false);
    }

    private void lines(String file, String text) {
        if (!file.isEmpty()) {
            read.add(file);
        }
        open.push(file);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line(i + 1, lines[i]);
        }
        open.pop();
    }

    /** Reads what ALTER SYSTEM has written into the data directory, where that is known. */
    private void automatic(String file, ConfFiles all) {
        String directory = "";
        for (PostgresConf.Setting setting : settings) {
            directory = setting.name().equalsIgnoreCase("data_directory") ? setting.value() + "/" : directory;
        }
        String path = all.resolve(file, directory + AUTO);
        if (!path.equals(file)) {
            try {
                all.text(path).ifPresent(text -> lines(path, text));
            } catch (IOException e) {
                includes.add(new PostgresConf.Include(file, 0, "include_if_exists", path, settings.size()));
            }
        }
    }

    private void line(int number, String line) {
        int at = blank(line, 0);
        if (at == line.length()) {
            return;
        }
        Found name = token(line, at);
        if (name == null || name.token != Token.NAME && name.token != Token.QUALIFIED_NAME) {
            mistake(number, line, at);
            return;
        }
        at = blank(line, at + name.text.length());
        if (at < line.length() && line.charAt(at) == '=') {
            at = blank(line, at + 1);
        }
        if (at == line.length()) {
            mistake(number, PostgresConf.Mistake.Kind.NO_VALUE, "");
            return;
        }
        Found value = token(line, at);
        if (value == null || value.token == Token.QUALIFIED_NAME) {
            mistake(number, line, at);
            return;
        }
        int end = blank(line, at + value.text.length());
        if (end < line.length()) {
            mistake(number, line, end);
            return;
        }
        add(number, name.text, value.token == null ? unquoted(value.text) : value.text);
    }

    private void add(int number, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (INCLUDES.contains(lower)) {
            include(number, lower, value);
        } else {
            settings.add(new PostgresConf.Setting(open.element(), number, name, value));
        }
    }

    private void include(int number, String directive, String value) {
        PostgresConf.Include include =
                new PostgresConf.Include(open.element(), number, directive, value, settings.size());
        if (value.isBlank()) {
            mistake(number, PostgresConf.Mistake.Kind.NO_VALUE, "");
        } else if (files == null) {
            includes.add(include);
        } else {
            try {
                follow(include, files);
            } catch (IOException e) {
                includes.add(include);
            }
        }
    }

    private void follow(PostgresConf.Include include, ConfFiles all) throws IOException {
        String path = all.resolve(open.element(), include.path());
        if (!include.directive().equals("include_dir")) {
            file(include, path, all);
            return;
        }
        Optional<List<String>> names = all.names(path);
        if (names.isEmpty()) {
            mistake(include.line(), PostgresConf.Mistake.Kind.MISSING, path);
        }
        List<String> sorted = new ArrayList<>(names.orElse(List.of()));
        sorted.removeIf(name -> name.startsWith(".") || !name.endsWith(".conf") || name.equals(".conf"));
        // As strcmp: the bytes decide, not a locale.
        sorted.sort((one, other) ->
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)));
        for (String name : sorted) {
            file(include, path + "/" + name, all);
        }
    }

    private void file(PostgresConf.Include include, String path, ConfFiles all) throws IOException {
        if (open.contains(path) || open.size() > DEEPEST) {
            mistake(include.line(), PostgresConf.Mistake.Kind.NESTING, path);
            return;
        }
        Optional<String> text = all.text(path);
        if (text.isPresent()) {
            lines(path, text.get());
        } else if (!include.directive().equals("include_if_exists")) {
            mistake(include.line(), PostgresConf.Mistake.Kind.MISSING, path);
        }
    }

    private void mistake(int number, String line, int at) {
        mistake(number, PostgresConf.Mistake.Kind.SYNTAX, line.substring(at).stripTrailing());
    }

    private void mistake(int number, PostgresConf.Mistake.Kind kind, String text) {
        mistakes.add(new PostgresConf.Mistake(open.element(), number, kind, text));
    }

    /** The index of the next token after blanks; the end of the line when only a comment follows. */
    private static int blank(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '\r')) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '#' ? line.length() : at;
    }

    private static @Nullable Found token(String line, int at) {
        if (line.charAt(at) == '\'') {
            int end = quoteEnd(line, at + 1);
            return end < 0 ? null : new Found(null, line.substring(at, end));
        }
        Found longest = null;
        for (Token token : Token.values()) {
            Matcher matcher = token.pattern.matcher(line).region(at, line.length());
            if (matcher.lookingAt() && (longest == null || matcher.group().length() > longest.text.length())) {
                longest = new Found(token, matcher.group());
            }
        }
        return longest == null || longest.text.isEmpty() ? null : longest;
    }

    /** The index after the closing quote; negative when there is none. */
    private static int quoteEnd(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            boolean pair = line.startsWith("''", i) || line.charAt(i) == '\\';
            if (pair) {
                i++;
            } else if (line.charAt(i) == '\'') {
                return i + 1;
            }
        }
        return -1;
    }

    static String unquoted(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char next = quoted.charAt(i);
            if (next == '\'') {
                i++;
            } else if (next == '\\') {
                i++;
                int octal = octalLength(quoted, i);
                if (octal > 0) {
                    next = (char) (Integer.parseInt(quoted.substring(i, i + octal), 8) & 0xFF);
                    i += octal - 1;
                } else {
                    next = escaped(quoted.charAt(i));
                }
            }
            text.append(next);
        }
        return text.toString();
    }

    private static int octalLength(String text, int at) {
        int length = 0;
        while (length < 3 && text.charAt(at + length) >= '0' && text.charAt(at + length) <= '7') {
            length++;
        }
        return length;
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
