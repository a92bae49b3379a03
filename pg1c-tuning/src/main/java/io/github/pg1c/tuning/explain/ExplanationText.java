package io.github.pg1c.tuning.explain;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.rule.Confidence;
import io.github.pg1c.tuning.rule.RuleSource;
import java.util.stream.Collectors;

/** An explanation as plain text for people. */
final class ExplanationText {

    private static final Text FORMULA = Text.of("formula", "формула");
    private static final Text REASON = Text.of("reason", "причина");
    private static final Text MEASURED = Text.of("measured", "измерено");
    private static final Text SOURCE = Text.of("source", "источник");
    private static final Text RULE = Text.of("rule", "правило");
    private static final Text SCOPE = Text.of("scope", "область");
    private static final Text CHANGE = Text.of("change", "изменение");
    private static final Text BOUNDS = Text.of("bounds", "границы");
    private static final Text DEFAULT = Text.of("default", "по умолчанию");
    private static final Text PRESETS = Text.of("presets", "наборы правил");
    private static final Text DISAGREEMENT = Text.of("sources differ", "источники расходятся");
    private static final Text DECISION = Text.of("decision", "решение");

    private ExplanationText() {}

    static String of(Explanation explanation, Language language) {
        PlannedParameter one = explanation.parameter();
        TextTable table = new TextTable()
                .row(RULE.in(language), one.ruleId())
                .row(FORMULA.in(language), one.formula().in(language))
                .row(REASON.in(language), one.reason().in(language));
        if (!explanation.measured().isEmpty()) {
            table.row(
                    MEASURED.in(language),
                    MeasuredEffects.told(explanation.measured()).in(language));
        }
        table.row(SOURCE.in(language), source(one.source(), one.confidence(), language))
                .row(SCOPE.in(language), one.scope().title().in(language))
                .row(CHANGE.in(language), change(one, language));
        explanation.spec().ifPresent(spec -> {
            table.row(DEFAULT.in(language), spec.readableDefault());
            String bounds =
                    spec.values().isEmpty() ? spec.min() == null ? "" : spec.range() : String.join(", ", spec.values());
            if (!bounds.isEmpty()) {
                table.row(BOUNDS.in(language), bounds);
            }
        });
        table.row(
                PRESETS.in(language),
                explanation.presets().entrySet().stream()
                        .map(preset -> preset.getKey().id() + " " + preset.getValue())
                        .collect(Collectors.joining(", ")));
        explanation
                .disagreement()
                .ifPresent(found -> table.row(
                                DISAGREEMENT.in(language), found.positions().in(language))
                        .row(DECISION.in(language), found.decision().in(language)));
        return one.name() + " = " + one.value() + "\n" + table.plain("  ");
    }

    static String of(PlannedSetting one, Language language) {
        return one.name() + " = " + one.value() + "\n"
                + new TextTable()
                        .row(RULE.in(language), one.ruleId())
                        .row(FORMULA.in(language), one.formula().in(language))
                        .row(REASON.in(language), one.reason().in(language))
                        .row(SOURCE.in(language), source(one.source(), one.confidence(), language))
                        .row(SCOPE.in(language), one.area().title().in(language))
                        .row(CHANGE.in(language), one.change().title().in(language))
                        .plain("  ");
    }

    private static String source(RuleSource source, Confidence confidence, Language language) {
        return source.code() + ": " + source.title().in(language) + " ("
                + confidence.title().in(language) + ")";
    }

    private static String change(PlannedParameter one, Language language) {
        String change = one.change().title().in(language);
        return one.change() == Activation.RESTART
                ? change + "; " + one.order().title().in(language)
                : change;
    }
}
