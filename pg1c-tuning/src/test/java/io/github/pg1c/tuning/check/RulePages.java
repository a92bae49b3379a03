package io.github.pg1c.tuning.check;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.catalogue.RestartRule;
import io.github.pg1c.tuning.explain.DisputedParameter;
import io.github.pg1c.tuning.explain.MeasuredEffect;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.Confidence;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of all rules in one language, from the rules themselves. */
final class RulePages {

    private static final TuningInput SAMPLE = TuningInput.builder(MemorySize.parse("64GB"), 16, 500)
            .databaseSize(MemorySize.parse("200GB"))
            .major(new PgMajor(18))
            .build();

    private final Language language;
    private final StringBuilder text = new StringBuilder();
    private TextTable table = new TextTable();

    private RulePages(Language language) {
        this.language = language;
    }

    static String page(Language language) {
        RulePages page = new RulePages(language);
        page.head();
        page.confidences();
        page.disagreements();
        for (Preset preset : RuleSets.builtIn().presets()) {
            page.preset(preset);
        }
        page.footnote();
        page.mixed();
        page.settings();
        page.budget();
        page.harmful();
        page.end();
        return page.text.toString();
    }

    /** The node with the application that the preset is for. */
    private static TuningInput sample(Preset preset) {
        Application application = Arrays.stream(Application.values())
                .filter(one -> one.preset().equals(preset))
                .findFirst()
                .orElse(Application.ONE_C);
        return SAMPLE.toBuilder().application(application).preset(preset).build();
    }

    private String say(String en, String ru) {
        return Text.of(en, ru).in(language);
    }

    private void head() {
        text.append("# ").append(say("Rules", "Правила")).append("\n\n");
        text.append(language == Language.EN ? "[По-русски](README.ru.md)" : "[In English](README.md)");
        text.append(
                say(
                        "\n\nGenerated from the rules in `pg1c-tuning`; ids are stable. Formulas show their numbers for one node: 64GB, 16 processors, 500 connections, solid state, databases of 200GB, PostgreSQL 18, Postgres Pro for 1C, two standbys; the application is 1C, and for `general` another one. [Rules of your own](own-rules.md) stand beside them.\n\n",
                        "\n\nСоздано по правилам модуля `pg1c-tuning`; идентификаторы постоянны. Формулы показаны с числами одного узла: 64GB, 16 ядер, 500 соединений, SSD, базы на 200GB, PostgreSQL 18, Postgres Pro для 1С, две реплики; приложение — 1С, а для `general` другое. Рядом с ними могут стоять [собственные правила](own-rules.ru.md).\n\n"));
    }

    private void confidences() {
        heading(say("How well a figure is founded", "Насколько обосновано число"));
        row(say("confidence", "достоверность"), say("what it means", "что это значит"));
        row(Confidence.VERIFIED.title().in(language), say("the source itself was read", "прочитан сам источник"));
        row(
                Confidence.SEEN.title().in(language),
                say("an excerpt or a quotation was seen", "видели выдержку или цитату"));
        row(
                Confidence.COMPUTED.title().in(language),
                say("from a verified formula, or measured", "по проверенной формуле или измерено"));
        row(Confidence.KNOWN.title().in(language), say("general knowledge", "общеизвестно"));
        row(
                Confidence.PROPOSAL.title().in(language),
                say("this project's own judgement", "собственное суждение проекта"));
        end();
        text.append('\n');
    }

    private void disagreements() {
        heading(say("Where sources differ", "Где источники расходятся"));
        List<String> head = new ArrayList<>(List.of(
                say("parameter", "параметр"),
                say("who advises what", "кто что советует"),
                say("balanced, and why", "balanced и почему")));
        RuleSets.builtIn().presets().stream().map(Preset::id).forEach(head::add);
        row(head.toArray(String[]::new));
        for (DisputedParameter one : DisputedParameter.values()) {
            List<String> cells = new ArrayList<>(List.of(
                    "`" + one.parameter() + "`",
                    one.positions().in(language),
                    one.decision().in(language)));
            for (Preset preset : RuleSets.builtIn().presets()) {
                cells.add(Calculator.plan(sample(preset)).value(one.parameter()).orElse("–"));
            }
            row(cells.toArray(String[]::new));
        }
        end();
        text.append('\n');
    }

    private void preset(Preset preset) {
        RuleSet rules = RuleSets.builtIn().of(preset);
        heading("`" + preset.id() + "`");
        text.append(rules.title().in(language)).append(".\n\n");
        List<TuningPlan> plans = plans(preset);
        Group group = null;
        boolean measured = preset.equals(Preset.BALANCED);
        for (TuningRule entry : rules.rules()) {
            if (entry.group() != group) {
                group = entry.group();
                end();
                text.append(text.toString().endsWith("\n\n") ? "" : "\n");
                text.append("### ")
                        .append(preset.id())
                        .append(": ")
                        .append(group.title().in(language))
                        .append("\n\n");
                List<String> head = new ArrayList<>(List.of(
                        say("rule", "правило"),
                        say("formula", "формула"),
                        say("reason", "причина"),
                        say("source, confidence", "источник, достоверность"),
                        say("versions and builds", "версии и сборки"),
                        say("scope, change", "область, изменение")));
                if (measured) {
                    head.add(3, say("measured", "измерено"));
                }
                row(head.toArray(String[]::new));
            }
            entry(entry, plans, measured);
        }
        end();
        text.append('\n');
    }

    private void footnote() {
        text.append("¹ ")
                .append(RestartRule.STANDBYS_FIRST_TO_RAISE.title().in(language))
                .append(".\n\n");
    }

    /** What balanced means where databases of 1C stand beside others. */
    private void mixed() {
        RuleSet rules = RuleSets.mixed();
        TuningPlan server = Calculator.plan(
                SAMPLE.toBuilder()
                        .application(Application.OTHER)
                        .preset(rules.name())
                        .build(),
                rules);
        TuningPlan of1c = Calculator.plan(SAMPLE);
        heading(say("`balanced` with databases of 1C and others", "`balanced` для баз 1С и других приложений"));
        text.append(
                say(
                        "Where databases of 1C and of other applications share a cluster, the server has the rules of `balanced` without what a database or a role can have to itself: there it has those of `general`, or the default (–). The databases of 1C, and the roles that own no others, have these values of `balanced` by `ALTER DATABASE` and `ALTER ROLE`. Where every database is another application's, `balanced` means `general`.\n\n",
                        "Когда в кластере есть базы 1С и других приложений, у сервера действуют правила `balanced`, кроме того, что можно задать отдельной базе или роли: там у него правила `general` или значение по умолчанию (–). Базы 1С и роли, которым принадлежат только они, получают эти значения `balanced` через `ALTER DATABASE` и `ALTER ROLE`. Если все базы других приложений, `balanced` означает `general`.\n\n"));
        row(
                say("parameter", "параметр"),
                say("the server", "сервер"),
                say("databases and roles of 1C", "базы и роли 1С"));
        for (PlannedParameter one : of1c.parameters()) {
            if (RuleSets.perDatabase().contains(one.name())) {
                row("`" + one.name() + "`", server.value(one.name()).orElse("–"), one.value());
            }
        }
        end();
        text.append('\n');
    }

    /** A plan of the sample for every version and build, the newest first. */
    private static List<TuningPlan> plans(Preset preset) {
        List<TuningPlan> plans = new ArrayList<>();
        for (int major = 18; major >= 14; major--) {
            for (Distribution build : Distribution.values()) {
                plans.add(Calculator.plan(sample(preset).toBuilder()
                        .major(new PgMajor(major))
                        .distribution(build)
                        .build()));
            }
        }
        return plans;
    }

    private void entry(TuningRule entry, List<TuningPlan> plans, boolean measured) {
        Set<Integer> majors = new TreeSet<>();
        Set<Distribution> builds = new TreeSet<>();
        PlannedParameter shown = null;
        for (TuningPlan plan : plans) {
            PlannedParameter planned = plan.parameter(entry.parameter()).orElse(null);
            if (planned != null) {
                int major = plan.input().major().number();
                Distribution build = plan.input().distribution();
                majors.add(major);
                builds.add(build);
                boolean usual = build == SAMPLE.distribution() && major == 18;
                shown = shown == null || usual ? planned : shown;
            }
        }
        if (shown == null) {
            throw new IllegalStateException(entry.id() + " never applies");
        }
        List<String> cells = new ArrayList<>(List.of(
                "`" + shown.ruleId() + "`",
                shown.formula().in(language),
                shown.reason().in(language),
                shown.source().code() + ", " + shown.confidence().title().in(language),
                versions(majors) + builds(builds),
                shown.scope().title().in(language) + ", "
                        + shown.change().title().in(language) + (shown.order() == RestartRule.ANY ? "" : " ¹")));
        if (measured) {
            cells.add(3, MeasuredEffect.told(MeasuredEffect.of(shown.ruleId())).in(language));
        }
        row(cells.toArray(String[]::new));
    }

    private static String versions(Set<Integer> majors) {
        List<Integer> list = List.copyOf(majors);
        int first = list.stream().min(Integer::compare).orElseThrow();
        int last = list.stream().max(Integer::compare).orElseThrow();
        return first == last ? "" + first : first + "–" + last;
    }

    private static String builds(Set<Distribution> builds) {
        return builds.size() == Distribution.values().length
                ? ""
                : ": " + builds.stream().map(Distribution::id).collect(Collectors.joining(", "));
    }

    private void settings() {
        heading(say("Pooler, kernel, units", "Пул соединений, ядро, юниты"));
        row(
                say("rule", "правило"),
                say("value", "значение"),
                say("formula", "формула"),
                say("reason", "причина"),
                say("source, confidence", "источник, достоверность"));
        for (PlannedSetting one : Calculator.plan(SAMPLE).settings()) {
            row(
                    "`" + one.ruleId() + "`",
                    (one.value() + " " + one.unit()).strip(),
                    one.formula().in(language),
                    one.reason().in(language),
                    one.source().code() + ", " + one.confidence().title().in(language));
        }
        end();
        text.append('\n');
    }

    private void budget() {
        heading(say("The memory budget", "Бюджет памяти"));
        text.append(MemoryBudget.model().in(language)).append("\n\n```\n");
        text.append(Calculator.plan(SAMPLE).budget().sum(language)).append("```\n\n");
    }

    private void harmful() {
        heading(say(
                "Values that are refused or warned of", "Значения, которые отклоняются или вызывают предупреждение"));
        row(say("parameter", "параметр"), "", say("why", "почему"), say("instead", "вместо этого"));
        for (HarmfulValues.Row row : HarmfulValues.rows()) {
            row(
                    "`" + row.name() + "`",
                    (row.severity() == OverrideProblem.Severity.ERROR
                                    ? say("refused", "отклоняется")
                                    : say("warning", "предупреждение"))
                            + (row.of1c() ? say(", 1C only", ", только для 1С") : ""),
                    row.why().in(language),
                    row.remedy().in(language));
        }
    }

    private void heading(String title) {
        text.append("## ").append(title).append("\n\n");
    }

    private void row(String... cells) {
        table.row(cells);
    }

    /** Ends a table; the rows that follow belong to the next one. */
    private void end() {
        text.append(table.markdown());
        table = new TextTable();
    }
}
