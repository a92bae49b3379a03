package io.github.pg1c.pki.cfssl;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.testing.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the page about cfssl are those of the code; rewritten with {@code -Dgolden.update=true}. */
class RuleTablesTest {
    private static final Path PAGES = Path.of("../docs/pki");

    @ParameterizedTest
    @CsvSource({"migration-from-cfssl.md, EN", "migration-from-cfssl.ru.md, RU"})
    void pageHasEveryRule(String name, Language language) {
        Path page = PAGES.resolve(name);
        Predicate<CfsslRule> note = rule -> !rule.isErrorWhen(Strictness.STRICT);
        section(page, "rules of strict", table(CfsslRule::isAcceptedByCfssl, language));
        section(
                page,
                "rules of both",
                ids(note.or(CfsslRule::isAcceptedByCfssl)
                        .or(CfsslRule::isRefusedHereOnly)
                        .negate()));
        section(page, "notes", table(note, language));
        section(page, "refused here only", table(CfsslRule::isRefusedHereOnly, language));
    }

    private static void section(Path page, String mark, String text) {
        Golden.section(page, mark, RuleTablesTest.class, text);
    }

    private static String table(Predicate<CfsslRule> rules, Language language) {
        TextTable table = new TextTable()
                .row(
                        Text.of("rule", "правило").in(language),
                        Text.of("what is told", "что сообщается").in(language),
                        Text.of("remedy", "что делать").in(language));
        Arrays.stream(CfsslRule.values())
                .filter(rules)
                .forEach(rule -> table.row(
                        "`" + rule.id() + "`", sentence(rule.message(), language), sentence(rule.remedy(), language)));
        return table.markdown();
    }

    private static String ids(Predicate<CfsslRule> rules) {
        return Arrays.stream(CfsslRule.values())
                .filter(rules)
                .map(rule -> "`" + rule.id() + "`"
                        + (rule.cfsslCode().isPresent()
                                ? " (" + rule.cfsslCode().getAsInt() + ")"
                                : ""))
                .collect(Collectors.joining(", ", "", "\n"));
    }

    private static String sentence(Text text, Language language) {
        return text.in(language).replaceAll("\\{[0-9]}", "…");
    }
}
