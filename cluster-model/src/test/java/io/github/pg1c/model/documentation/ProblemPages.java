package io.github.pg1c.model.documentation;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.rules.ClusterRule;
import io.github.pg1c.model.rules.ClusterRules;
import java.util.Map;
import java.util.TreeMap;

/** A page for each code of a problem, and their index. */
final class ProblemPages {

    private static final Text WHY = Text.of("Why", "Почему");
    private static final Text MEND = Text.of("How to mend it", "Как исправить");
    private static final Text EXAMPLE = Text.of("Example", "Пример");
    private static final Text ERROR = Text.of("Error: nothing is generated.", "Ошибка: ничего не генерируется.");
    private static final Text WARNING = Text.of("Warning: files are generated.", "Предупреждение: файлы генерируются.");

    private ProblemPages() {}

    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        for (ClusterRule rule : ClusterRules.rules()) {
            pages.put(rule.code() + ".md", page(rule));
        }
        pages.put("README.md", index());
        return pages;
    }

    private static String page(ClusterRule rule) {
        return "# " + rule.code() + ": " + rule.title().en()
                + "\n\n[По-русски](#по-русски) · [all problems](README.md)\n\n"
                + body(rule, Language.EN, "##") + "\n## По-русски\n\n**"
                + rule.title().ru() + "**\n\n"
                + body(rule, Language.RU, "###");
    }

    private static String body(ClusterRule rule, Language language, String heading) {
        StringBuilder text = new StringBuilder();
        text.append((rule.severity() == Severity.ERROR ? ERROR : WARNING).in(language))
                .append("\n\n");
        section(text, heading, WHY.in(language), rule.why().in(language));
        section(text, heading, MEND.in(language), rule.mend().in(language));
        if (!rule.example().isEmpty()) {
            section(text, heading, EXAMPLE.in(language), "```yaml\n" + rule.example() + "\n```");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void section(StringBuilder text, String heading, String title, String body) {
        text.append(heading)
                .append(' ')
                .append(title)
                .append("\n\n")
                .append(body)
                .append("\n\n");
    }

    private static String index() {
        StringBuilder text = new StringBuilder("# Problems\n\n"
                + "Codes are stable: a code that is no longer used is not given to another problem. An error "
                + "prevents generation, a warning does not.\n"
                + "Коды постоянны: код, который больше не используется, другой проблеме не присваивается. Ошибка "
                + "не даёт сгенерировать файлы, предупреждение даёт.\n\n");
        TextTable table = new TextTable().row("code", "", "problem", "проблема");
        for (ClusterRule rule : ClusterRules.rules()) {
            table.row(
                    "[" + rule.code() + "](" + rule.code() + ".md)",
                    rule.severity().title().en(),
                    rule.title().en(),
                    rule.title().ru());
        }
        return text + table.markdown();
    }
}
