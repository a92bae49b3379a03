package io.github.pg1c.tuning.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script of {@code ALTER SYSTEM SET} and {@code RESET}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersystem.html">PostgreSQL: ALTER SYSTEM</a>
 */
final class AlterSystemReader {

    private static final Pattern STATEMENT = Pattern.compile("(?im)^\\s*ALTER\\s+SYSTEM\\b");
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<blank>\\s+|--[^\\n]*|/\\*.*?\\*/)"
            + "|(?<escaped>[eE]'(?:[^'\\\\]|''|\\\\.)*+')"
            + "|(?<text>'(?:[^']|'')*+')"
            + "|(?<quoted>\"(?:[^\"]|\"\")*+\")"
            + "|(?<number>[+-]?(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+))"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
            + "|(?<sign>.)");

    private record Token(String kind, String text, int line) {

        boolean is(String word) {
            return !kind.equals("text") && text.equalsIgnoreCase(word);
        }
    }

    private final String file;
    private final List<PostgresConf.Setting> settings = new ArrayList<>();
    private final List<PostgresConf.Mistake> mistakes = new ArrayList<>();

    private AlterSystemReader(String file) {
        this.file = file;
    }

    /** Whether the text is such a script and no {@code postgresql.conf}. */
    static boolean reads(String text) {
        return STATEMENT.matcher(text).find();
    }

    static PostgresConf read(String file, String text) {
        AlterSystemReader reader = new AlterSystemReader(file);
        List<Token> statement = new ArrayList<>();
        for (Token token : tokens(text)) {
            if (token.is(";")) {
                reader.statement(statement);
                statement.clear();
            } else {
                statement.add(token);
            }
        }
        reader.statement(statement);
        return new PostgresConf(
                file.isEmpty() ? List.of() : List.of(file), reader.settings, List.of(), reader.mistakes, true);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int line = 1;
        while (matcher.find()) {
            String found = matcher.group();
            if (matcher.group("escaped") != null) {
                tokens.add(new Token("text", ConfReader.unquoted(found.substring(1)), line));
            } else if (matcher.group("text") != null) {
                tokens.add(
                        new Token("text", found.substring(1, found.length() - 1).replace("''", "'"), line));
            } else if (matcher.group("quoted") != null) {
                tokens.add(
                        new Token("name", found.substring(1, found.length() - 1).replace("\"\"", "\""), line));
            } else if (matcher.group("blank") == null) {
                tokens.add(new Token(matcher.group("sign") == null ? "word" : "sign", found, line));
            }
            line += (int) found.chars().filter(letter -> letter == '\n').count();
        }
        return tokens;
    }

    private void statement(List<Token> tokens) {
        if (tokens.isEmpty() || text(tokens).equalsIgnoreCase("select pg_reload_conf ( )")) {
            return;
        }
        boolean alters = tokens.size() > 3
                && tokens.get(0).is("ALTER")
                && tokens.get(1).is("SYSTEM")
                && (tokens.get(2).is("SET") || tokens.get(2).is("RESET"));
        int end = 4;
        StringBuilder name = new StringBuilder(alters ? tokens.get(3).text() : "");
        while (alters && end + 1 < tokens.size() && tokens.get(end).is(".")) {
            name.append('.').append(tokens.get(end + 1).text());
            end += 2;
        }
        if (!alters) {
            refuse(tokens);
        } else if (tokens.get(2).is("RESET")) {
            reset(tokens, name.toString(), end);
        } else {
            set(tokens, name.toString(), end);
        }
    }

    private void reset(List<Token> tokens, String name, int end) {
        if (end < tokens.size()) {
            refuse(tokens);
        } else if (tokens.get(3).is("ALL")) {
            settings.clear();
        } else {
            remove(name);
        }
    }

    private void set(List<Token> tokens, String name, int end) {
        List<String> values = new ArrayList<>();
        boolean wellFormed = end + 1 < tokens.size()
                && (tokens.get(end).is("=") || tokens.get(end).is("TO"));
        for (int i = end + 1; i < tokens.size(); i++) {
            boolean comma = (i - end) % 2 == 0;
            wellFormed &= comma == tokens.get(i).is(",")
                    && (comma || !tokens.get(i).kind().equals("sign"));
            if (!comma) {
                values.add(tokens.get(i).text());
            }
        }
        if (!wellFormed || (tokens.size() - end) % 2 != 0) {
            refuse(tokens);
        } else if (values.size() == 1 && tokens.get(end + 1).is("DEFAULT")) {
            remove(name);
        } else {
            settings.add(new PostgresConf.Setting(file, tokens.get(0).line(), name, String.join(", ", values)));
        }
    }

    private void remove(String name) {
        settings.removeIf(setting -> setting.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }

    private void refuse(List<Token> tokens) {
        mistakes.add(new PostgresConf.Mistake(
                file, tokens.get(0).line(), PostgresConf.Mistake.Kind.STATEMENT, text(tokens)));
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(text.isEmpty() ? "" : " ").append(token.text()));
        return text.toString();
    }
}
