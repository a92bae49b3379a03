package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of {@code pg_hba.conf} or {@code pg_ident.conf}. PostgreSQL goes on with the former file when one line is
 * wrong. A problem shows the first word of a line at most, because the rest may have a password.
 *
 * @param ident true for {@code pg_ident.conf}
 * @see <a href="https://www.postgresql.org/docs/18/auth-pg-hba-conf.html">PostgreSQL: the pg_hba.conf file</a>
 * @see <a href="https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/libpq/hba.c">PostgreSQL: hba.c</a>
 */
record AccessLines(boolean ident) implements ValueRule {
    private static final ReleaseSpan SKIPS_OTHER_LINES = ReleaseSpan.since("3.2.0");
    private static final Text SKIPS_LINE = Text.of(Consequence.SKIPS.en(), "пропустит её");
    private static final Set<String> TYPES =
            Set.of("local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");
    private static final Set<String> INCLUDES = Set.of("include", "include_if_exists", "include_dir");
    private static final Set<String> METHODS = Set.of(
            "trust",
            "reject",
            "scram-sha-256",
            "md5",
            "password",
            "gss",
            "sspi",
            "ident",
            "peer",
            "ldap",
            "radius",
            "cert",
            "pam",
            "bsd",
            "oauth");
    private static final Text KEEPS_LINE = Text.of(
            "writes it to the file, and PostgreSQL goes on with the former file",
            "запишет её в файл, а PostgreSQL останется с прежним файлом");
    private static final Text KEEPS_VALUE =
            Text.of(KEEPS_LINE.en(), "запишет его в файл, а PostgreSQL останется с прежним файлом");

    @Override
    public Text allowed() {
        return ident
                ? Text.of("a list of lines of pg_ident.conf", "список строк pg_ident.conf")
                : Text.of("a list of lines of pg_hba.conf", "список строк pg_hba.conf");
    }

    @Override
    public void check(Place place, JsonNode value) {
        if (!value.isArray()) {
            if (!PythonValue.isTrue(value)) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.SKIPS);
            } else if (value.isTextual() || value.isObject()) {
                place.wrongSecret(needed(), Effect.UNCHECKED, KEEPS_VALUE);
            } else {
                place.wrongSecret(needed(), Effect.FAILING, Consequence.FAILS);
            }
            return;
        }
        StringBuilder continued = new StringBuilder();
        for (int i = 0; i < value.size(); i++) {
            JsonNode line = value.get(i);
            int number = i + 1;
            if (!line.isTextual()) {
                wrongLine(place, number);
                continue;
            }
            continued.append(line.textValue());
            if (line.textValue().endsWith("\\") && number < value.size()) {
                // PostgreSQL reads the next line as a part of this one.
                continued.append('\n');
                continue;
            }
            fault(continued.toString())
                    .ifPresent(fault -> place.wrongSecret(
                            Text.of("line " + number + ": " + fault.en(), "строка " + number + ": " + fault.ru()),
                            Effect.UNCHECKED,
                            KEEPS_LINE));
            continued.setLength(0);
        }
    }

    private Text needed() {
        return Text.of(allowed().en() + " is needed", "нужен " + allowed().ru());
    }

    /** Patroni before 3.2 fails with a line that is no text, later ones pass over it. */
    private static void wrongLine(Place place, int number) {
        boolean skips = SKIPS_OTHER_LINES.contains(place.version());
        place.wrongSecret(
                Text.of("line " + number + ": it is no text", "строка " + number + ": это не текст"),
                skips ? Effect.REPLACED : Effect.FAILING,
                skips ? SKIPS_LINE : Consequence.FAILS);
    }

    private Optional<Text> fault(String line) {
        for (String row : line.replaceAll("\\\\\r?\n", "").split("\n", -1)) {
            Optional<Text> fault = ident ? identFault(fields(row)) : hbaFault(fields(row));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** PostgreSQL reads the first three fields and no others. */
    private static Optional<Text> identFault(List<String> fields) {
        if (fields.isEmpty() || (INCLUDES.contains(fields.get(0)) && fields.size() == 2)) {
            return Optional.empty();
        }
        return fields.size() >= 3
                ? Optional.empty()
                : Optional.of(Text.of(
                        "a map, a name of the system and a name of the database are needed",
                        "нужны имя карты, имя в системе и имя в базе"));
    }

    private static Optional<Text> hbaFault(List<String> fields) {
        if (fields.isEmpty() || (INCLUDES.contains(fields.get(0)) && fields.size() == 2)) {
            return Optional.empty();
        }
        String type = fields.get(0);
        if (!TYPES.contains(type)) {
            String all = String.join(", ", TYPES.stream().sorted().toList());
            return Optional.of(Text.of(
                    "it begins with «" + shortened(type) + "» and not with one of " + all,
                    "она начинается с «" + shortened(type) + "», а не с одного из слов: " + all));
        }
        int method = type.equals("local") ? 3 : 4;
        // An address without a length has its mask in a field behind it.
        if (method == 4 && fields.size() > 4 && isAddress(fields.get(3))) {
            method = 5;
        }
        if (fields.size() <= method) {
            return Optional.of(Text.of(
                    "there are " + fields.size() + " fields and not " + (method + 1) + " or more",
                    "полей " + fields.size() + ", а нужно не меньше " + (method + 1)));
        }
        String word = fields.get(method);
        return METHODS.contains(word)
                ? Optional.empty()
                : Optional.of(Text.of(
                        "field " + (method + 1) + " is not a method of authentication",
                        "поле " + (method + 1) + " — не способ аутентификации"));
    }

    private static boolean isAddress(String field) {
        return field.matches("[0-9.]+") || (field.contains(":") && field.matches("[0-9a-fA-F:.]+"));
    }

    /**
     * The fields of a line without their quotes. A blank ends a field, unless it is quoted or follows a comma; the
     * words of a field with commas are joined by them.
     */
    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean started = false;
        boolean quoted = false;
        boolean comma = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '#' && !quoted) {
                break;
            }
            if (quoted || !isBlank(c) && c != ',') {
                if (comma) {
                    field.append(',');
                    comma = false;
                }
                started = true;
                if (c == '"') {
                    quoted = !quoted;
                } else {
                    field.append(c);
                }
            } else if (c == ',') {
                // Without a word before it, a comma is passed over.
                comma = started;
            } else if (started && !comma) {
                fields.add(field.toString());
                field.setLength(0);
                started = false;
            }
        }
        if (started) {
            fields.add(field.toString());
        }
        return fields;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static String shortened(String word) {
        return word.length() > 20 ? word.substring(0, 20) + "…" : word;
    }
}
