package io.github.pg1c.tuning.text;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.plan.DiskBudget;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.Confidence;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleSource;
import java.util.List;

/** A plan as plain text for people. */
final class PlanTable {

    private static final Text PARAMETER = Text.of("parameter", "параметр");
    private static final Text VALUE = Text.of("value", "значение");
    private static final Text SCOPE = Text.of("scope", "область");
    private static final Text NEEDS = Text.of("needs", "требуется");
    private static final Text FOUNDATION = Text.of("source, confidence", "источник, достоверность");
    private static final Text FORMULA = Text.of("formula", "формула");
    private static final Text MEMORY = Text.of("Memory", "Память");
    private static final Text OFF = Text.of("Rules switched off", "Отключённые правила");
    private static final Text FINDINGS = Text.of("Worth a look", "Обратите внимание");
    private static final Text ERROR = Text.of("error", "ошибка");
    private static final Text WARNING = Text.of("warning", "предупреждение");

    private PlanTable() {}

    static String of(TuningPlan plan, Language language) {
        StringBuilder text = new StringBuilder();
        for (Group group : Group.values()) {
            List<PlannedParameter> parameters = plan.parameters().stream()
                    .filter(parameter -> parameter.group() == group)
                    .toList();
            if (!parameters.isEmpty()) {
                heading(text, group.title().in(language));
                text.append(parameters(parameters, language));
            }
        }
        heading(text, MEMORY.in(language));
        text.append(plan.budget().sum(language))
                .append(MemoryBudget.model().in(language))
                .append('\n');
        for (DiskBudget disk : plan.disks()) {
            heading(text, disk.name().in(language));
            text.append(disk.sum(language));
        }
        for (PlannedSetting.Area area : PlannedSetting.Area.values()) {
            String settings = settings(plan, area, language);
            if (!settings.isEmpty()) {
                heading(text, area.title().in(language));
                text.append(settings);
            }
        }
        switchedOff(plan, language, text);
        findings(plan, language, text);
        return text.toString();
    }

    private static void heading(StringBuilder text, String title) {
        text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
    }

    private static String parameters(List<PlannedParameter> parameters, Language language) {
        TextTable table = new TextTable()
                .row(
                        PARAMETER.in(language),
                        VALUE.in(language),
                        SCOPE.in(language),
                        NEEDS.in(language),
                        FOUNDATION.in(language),
                        FORMULA.in(language));
        for (PlannedParameter one : parameters) {
            table.row(
                            one.name(),
                            one.value(),
                            one.scope().title().in(language),
                            one.change().title().in(language),
                            foundation(one.source(), one.confidence(), language),
                            formula(one.name(), one.value(), one.formula().in(language)))
                    .note(one.reason().in(language));
        }
        return table.plain("  ");
    }

    private static String settings(TuningPlan plan, PlannedSetting.Area area, Language language) {
        TextTable table = new TextTable();
        for (PlannedSetting one : plan.settings()) {
            if (one.area() == area) {
                table.row(
                                one.name(),
                                one.value(),
                                one.unit(),
                                foundation(one.source(), one.confidence(), language),
                                formula(one.name(), one.value(), one.formula().in(language)))
                        .note(one.reason().in(language));
            }
        }
        return table.plain("  ");
    }

    private static String foundation(RuleSource source, Confidence confidence, Language language) {
        return source.code() + ", " + confidence.title().in(language);
    }

    /** The calculation; empty when it only repeats the value. */
    private static String formula(String name, String value, String formula) {
        return formula.equals(name + " = " + value) ? "" : formula;
    }

    private static void switchedOff(TuningPlan plan, Language language, StringBuilder text) {
        if (!plan.switchedOff().isEmpty()) {
            heading(text, OFF.in(language));
            plan.switchedOff()
                    .forEach(off -> text.append("  ")
                            .append(off.ruleId())
                            .append(": ")
                            .append(off.reason().in(language))
                            .append('\n'));
        }
    }

    private static void findings(TuningPlan plan, Language language, StringBuilder text) {
        List<PlanFinding> findings = Calculator.review(plan);
        if (!findings.isEmpty()) {
            heading(text, FINDINGS.in(language));
            findings.forEach(finding -> text.append("  ")
                    .append((finding.severity() == Severity.ERROR ? ERROR : WARNING).in(language))
                    .append(" [")
                    .append(finding.code())
                    .append("] ")
                    .append(finding.message().in(language))
                    .append("; ")
                    .append(finding.remedy().in(language))
                    .append('\n'));
        }
    }
}
