package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;

/** A question about a plan. */
interface Question {

    /** Adds problems when the plan has no answer. */
    default void check(TuningPlan plan, ParameterProblems problems) {}

    /** The answer and its remarks below a heading, which is one line without a line feed. */
    default Text under(Text heading, TuningPlan plan) {
        Text answer = answer(plan);
        StringBuilder en = new StringBuilder(heading.en()).append("\n\n").append(answer.en());
        StringBuilder ru = new StringBuilder(heading.ru()).append("\n\n").append(answer.ru());
        List<Text> remarks = remarks(plan);
        if (!remarks.isEmpty()) {
            en.append('\n');
            ru.append('\n');
        }
        remarks.forEach(remark -> {
            en.append(remark.en()).append('\n');
            ru.append(remark.ru()).append('\n');
        });
        return Text.of(en.toString(), ru.toString());
    }

    /** The answer, which ends with a line feed. */
    Text answer(TuningPlan plan);

    /** What a reader of the answer has to know besides; part of what is shown. */
    default List<Text> remarks(TuningPlan plan) {
        return List.of();
    }

    /** Whether the answer contains the findings about the plan. */
    default boolean tellsFindings() {
        return false;
    }
}
