package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PlanFormat;

/** Asks for a whole plan in one of its formats. */
record WholePlan(PlanFormat format) implements Question {

    @Override
    public Text under(Text heading, TuningPlan plan) {
        return switch (format) {
            case TABLE -> Question.super.under(heading, plan);
            case JSON -> answer(plan);
            case ALTER_SYSTEM -> commented("-- ", heading, plan);
            case POSTGRESQL_CONF, PATRONI_DYNAMIC, PATRONI_LOCAL -> commented("# ", heading, plan);
        };
    }

    private Text commented(String sign, Text heading, TuningPlan plan) {
        Text answer = answer(plan);
        return Text.of(
                sign + heading.en().replace("\n", "\n" + sign) + "\n" + answer.en(),
                sign + heading.ru().replace("\n", "\n" + sign) + "\n" + answer.ru());
    }

    @Override
    public Text answer(TuningPlan plan) {
        return Text.of(format.text(plan, Language.EN), format.text(plan, Language.RU));
    }

    @Override
    public boolean tellsFindings() {
        return format == PlanFormat.TABLE || format == PlanFormat.JSON;
    }
}
