package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;

/** A question about a plan. */
interface Question {

    /** Adds problems when the plan has no answer. */
    default void check(TuningPlan plan, ParameterProblems problems) {}

    /** The answer below a heading, which is one line without a line feed. */
    default Text under(Text heading, TuningPlan plan) {
        Text answer = answer(plan);
        return Text.of(heading.en() + "\n\n" + answer.en(), heading.ru() + "\n\n" + answer.ru());
    }

    /** The answer, which ends with a line feed. */
    Text answer(TuningPlan plan);

    /** Remarks in addition to the answer. */
    default List<Text> remarks(TuningPlan plan) {
        return List.of();
    }

    /** Whether the answer contains the findings about the plan. */
    default boolean tellsFindings() {
        return false;
    }
}
