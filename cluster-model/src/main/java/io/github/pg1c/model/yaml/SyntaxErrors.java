package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.key.ReaderCodes;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Translates the YAML parser's messages for the author of a specification. */
final class SyntaxErrors {

    /** Common mistakes, by a part of the parser's message. */
    private static final Map<String, Text> USUAL = Map.of(
            "mapping values are not allowed",
            Text.of(
                    "a ':' stands where no key can be: check the indentation, quote a value that has ': '",
                    "«:» стоит там, где не может быть ключа: проверьте отступы, значение с «: » возьмите в кавычки"),
            "could not find expected ':'",
            Text.of(
                    "a line is neither 'key: value' nor a list item: check the indentation and the ':'",
                    "строка не имеет вида «ключ: значение» или «- элемент»: проверьте отступы и двоеточие"),
            "expected <block end>",
            Text.of(
                    "a line is indented otherwise than its neighbours: align the keys of a section",
                    "отступ строки не такой, как у соседних: выровняйте ключи раздела"),
            "unexpected end of stream",
            Text.of("a quotation is not closed: add the quotation mark", "не закрыты кавычки: добавьте закрывающую"),
            "expected ',' or",
            Text.of(
                    "a bracket is not closed, or a comma is missing: write [a, b] or {a: 1, b: 2}",
                    "не закрыта скобка или пропущена запятая: напишите [a, b] или {a: 1, b: 2}"));

    private static final Pattern TAB = Pattern.compile("\\\\t|\\b(?i:tab)\\b");

    private static final Text OTHERWISE = Text.of(
            "compare with the examples in the documentation; YAML 1.2 is read",
            "сравните с примерами в документации; читается YAML 1.2");

    private SyntaxErrors() {}

    static void report(YamlEngineException failure, FileFindings findings) {
        Optional<Mark> mark = Optional.empty();
        String said = "" + failure.getMessage();
        if (failure instanceof MarkedYamlEngineException marked) {
            mark = marked.getProblemMark().or(marked::getContextMark);
            said = "" + marked.getProblem();
        }
        Location at = mark.map(YamlComposer::place).orElse(new Location(1, 1));
        if (TAB.matcher(said).find()) {
            findings.error(
                    ReaderCodes.TAB,
                    "",
                    at,
                    Text.of("a tab stands where YAML wants spaces", "табуляция там, где в YAML нужны пробелы"),
                    Text.of("indent with spaces", "делайте отступы пробелами"));
            return;
        }
        String problem = FileFindings.shown(said);
        findings.error(
                ReaderCodes.SYNTAX,
                "",
                at,
                Text.of("not YAML: " + problem, "ошибка синтаксиса YAML: " + problem),
                USUAL.entrySet().stream()
                        .filter(each -> problem.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(OTHERWISE));
    }
}
