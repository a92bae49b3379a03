package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the page about cfssl are those of the code; rewritten with {@code -Dgolden.update=true}. */
class RuleTablesTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path PAGES = Path.of("../docs/pki");

    @ParameterizedTest
    @CsvSource({"migration-from-cfssl.md, EN", "migration-from-cfssl.ru.md, RU"})
    void pageHasEveryRule(String page, Language language) throws IOException {
        Predicate<CfsslRule> note = rule -> !rule.isErrorWhen(Strictness.STRICT);
        same(page, "rules of strict", table(CfsslRule::isAcceptedByCfssl, language));
        same(
                page,
                "rules of both",
                ids(note.or(CfsslRule::isAcceptedByCfssl)
                        .or(CfsslRule::isRefusedHereOnly)
                        .negate()));
        same(page, "notes", table(note, language));
        same(page, "refused here only", table(CfsslRule::isRefusedHereOnly, language));
    }

    private static String table(Predicate<CfsslRule> rules, Language language) {
        List<Text> head = List.of(
                Text.of("rule", "правило"), Text.of("what is told", "что сообщается"), Text.of("remedy", "что делать"));
        return head.stream().map(title -> title.in(language)).collect(Collectors.joining(" | ", "| ", " |\n"))
                + "|---|---|---|\n"
                + Arrays.stream(CfsslRule.values())
                        .filter(rules)
                        .map(rule -> "| `" + rule.id() + "` | " + sentence(rule.message(), language) + " | "
                                + sentence(rule.remedy(), language) + " |\n")
                        .collect(Collectors.joining());
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
        return text.in(language).replaceAll("\\{[0-9]}", "…").replace("|", "\\|");
    }

    private static void same(String page, String mark, String text) throws IOException {
        Path file = PAGES.resolve(page);
        String whole = Files.readString(file);
        String begin = "<!-- " + mark + ": written by RuleTablesTest -->\n";
        String end = "<!-- end of " + mark + " -->\n";
        assertThat(whole).as(page).contains(begin).contains(end);
        int from = whole.indexOf(begin) + begin.length();
        int to = whole.indexOf(end);
        if (UPDATE) {
            Files.writeString(file, whole.substring(0, from) + text + whole.substring(to));
        } else {
            assertThat(whole.substring(from, to)).as(page).isEqualTo(text);
        }
    }
}
