package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.key.EnumWords;
import io.github.pg1c.model.key.ReaderCodes;
import io.github.pg1c.model.key.ScalarType;
import io.github.pg1c.model.key.ScalarTypes;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.platform.UnsupportedPlatform;
import io.github.pg1c.model.yaml.YamlNode.Scalar;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds one word, number or text to a value; reports what it cannot bind. */
final class ScalarBinder {

    private static final Text NUMBER = Text.of("a whole number", "целое число");
    private static final Text TRUTH = Text.of("true or false", "true или false");
    private static final List<String> TRUE = List.of("true", "True", "TRUE");
    private static final List<String> FALSE = List.of("false", "False", "FALSE");

    private final FileFindings findings;
    private final KeyLocations places;
    private final RuleSets ruleSets;

    ScalarBinder(FileFindings findings, KeyLocations places, RuleSets ruleSets) {
        this.findings = findings;
        this.places = places;
        this.ruleSets = ruleSets;
    }

    /** The noun for a value of the type. */
    Text noun(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return TRUTH;
        }
        if (type.isEnum()) {
            String words = String.join(", ", EnumWords.of(type).keySet());
            return Text.of("one of " + words, "одно из " + words);
        }
        return ScalarTypes.of(type).orElseThrow().noun();
    }

    Optional<Object> value(Class<?> type, Scalar scalar, String path) {
        if (scalar.nothing()) {
            return refused(
                    ReaderCodes.STRUCTURE, scalar, path, Text.of("the value is missing", "значения нет"), wanted(type));
        }
        if (type == int.class || type == Integer.class) {
            return number(scalar, path);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(scalar, path);
        }
        Optional<UnsupportedPlatform> unsupported =
                type == Platform.class ? UnsupportedPlatform.find(scalar.text()) : Optional.empty();
        if (unsupported.isPresent()) {
            return unsupported(unsupported.get(), scalar, path);
        }
        if (type.isEnum()) {
            return word(EnumWords.of(type), scalar, path);
        }
        if (type == RuleSet.class) {
            return word(ruleSets(), scalar, path);
        }
        return text(ScalarTypes.of(type).orElseThrow(), scalar, path);
    }

    /** The value of a PostgreSQL parameter; the catalogue checks its spelling. */
    Optional<String> parameter(Scalar scalar, String path) {
        if (scalar.plain() && (TRUE.contains(scalar.text()) || FALSE.contains(scalar.text()))) {
            return Optional.of(TRUE.contains(scalar.text()) ? "on" : "off");
        }
        if (!scalar.plain() && scalar.text().isEmpty()) {
            return Optional.of("");
        }
        return value(String.class, scalar, path).map(String.class::cast);
    }

    private Optional<Object> number(Scalar scalar, String path) {
        String text = scalar.text();
        if (!scalar.plain()
                || !text.matches("-?(0|[1-9][0-9]{0,9})")
                || Long.parseLong(text) != (int) Long.parseLong(text)) {
            Text remedy = !scalar.plain() && text.matches("[0-9]+")
                    ? Text.of("write it without quotation marks", "напишите без кавычек")
                    : Text.of("write a whole decimal number", "напишите целое десятичное число");
            return refused(ReaderCodes.NUMBER, scalar, path, isNot(scalar, NUMBER), remedy);
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Optional<Object> truth(Scalar scalar, String path) {
        if (scalar.plain() && TRUE.contains(scalar.text())) {
            return Optional.of(true);
        }
        if (scalar.plain() && FALSE.contains(scalar.text())) {
            return Optional.of(false);
        }
        return refused(
                ReaderCodes.NUMBER,
                scalar,
                path,
                isNot(scalar, TRUTH),
                Text.of("write true or false, without quotation marks", "напишите true или false, без кавычек"));
    }

    /** The sets of rules that a specification may name. */
    private Map<String, Object> ruleSets() {
        Map<String, Object> words = new LinkedHashMap<>();
        ruleSets.presets().forEach(name -> words.put(name.id(), ruleSets.of(name)));
        return words;
    }

    private Optional<Object> word(Map<String, Object> words, Scalar scalar, String path) {
        Object constant = words.get(scalar.text());
        if (constant != null) {
            return Optional.of(constant);
        }
        String all = String.join(", ", words.keySet());
        String near = Suggestion.of(scalar.text(), words.keySet()).orElse("");
        String shown = FileFindings.shown(scalar.text());
        return refused(
                ReaderCodes.WORD,
                scalar,
                path,
                Text.of("'" + shown + "' is not known here", "значение «" + shown + "» здесь неизвестно"),
                near.isEmpty()
                        ? Text.of("write one of " + all, "напишите одно из " + all)
                        : Text.of(
                                "did you mean '" + near + "'? Known are " + all,
                                "возможно, имелось в виду «" + near + "»? Известны " + all));
    }

    private Optional<Object> unsupported(UnsupportedPlatform platform, Scalar scalar, String path) {
        return refused(
                ReaderCodes.WORD,
                scalar,
                path,
                Text.of(
                        platform.id() + " is not supported: "
                                + platform.missing().en(),
                        platform.id() + " не поддерживается: "
                                + platform.missing().ru()),
                platform.instead());
    }

    private Optional<Object> text(ScalarType row, Scalar scalar, String path) {
        try {
            return Optional.of(row.parser().apply(scalar.text()));
        } catch (MalformedValueException e) {
            return refused(row.code(), scalar, path, shortened(e.problem(), scalar), e.remedy());
        } catch (IllegalArgumentException e) {
            return refused(row.code(), scalar, path, isNot(scalar, row.noun()), row.remedy());
        }
    }

    private Optional<Object> refused(String code, Scalar scalar, String path, Text message, Text remedy) {
        places.broken(path);
        findings.error(code, path, scalar.at(), message, remedy);
        return Optional.empty();
    }

    private Text wanted(Class<?> type) {
        Text noun = noun(type);
        return Text.of("write " + noun.en(), "нужно: " + noun.ru());
    }

    private static Text isNot(Scalar scalar, Text noun) {
        String shown = FileFindings.shown(scalar.text());
        return Text.of("'" + shown + "' is not " + noun.en(), "«" + shown + "» — не " + noun.ru());
    }

    /** The message with the quoted value cut where it is long or has control characters. */
    private static Text shortened(Text message, Scalar scalar) {
        if (scalar.text().isEmpty()) {
            return message;
        }
        String shown = FileFindings.shown(scalar.text());
        return Text.of(message.en().replace(scalar.text(), shown), message.ru().replace(scalar.text(), shown));
    }
}
