package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.check.OverrideCheck;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.explain.Explanation;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for the reasons of some parameters or other settings. */
record Reasons(List<String> names) implements Question {

    @Override
    public void check(TuningPlan plan, ParameterProblems problems) {
        for (String name : names) {
            if (reason(plan, name).isEmpty()) {
                OverrideProblem unknown = OverrideCheck.problems(catalogue(plan), Map.of(name, ""), false)
                        .get(0);
                problems.add(
                        ParameterProblems.MALFORMED,
                        Questions.EXPLAIN,
                        Text.of("there is no parameter '" + name + "' here", "параметра «" + name + "» здесь нет"),
                        unknown.remedy());
            }
        }
    }

    @Override
    public Text answer(TuningPlan plan) {
        return Text.of(in(Language.EN, plan), in(Language.RU, plan));
    }

    private String in(Language language, TuningPlan plan) {
        return names.stream()
                .map(name -> reason(plan, name).orElseThrow().in(language))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Text> reason(TuningPlan plan, String name) {
        Optional<Text> ofParameter = Explanation.of(plan, name)
                .map(explanation -> Text.of(explanation.text(Language.EN), explanation.text(Language.RU)));
        return ofParameter
                .or(() -> plan.settings().stream()
                        .filter(setting -> setting.name().equalsIgnoreCase(name))
                        .findFirst()
                        .map(setting -> Text.of(
                                Explanation.text(setting, Language.EN), Explanation.text(setting, Language.RU))))
                .or(() -> catalogue(plan).find(name).map(spec -> unset(plan, spec)));
    }

    private static Text unset(TuningPlan plan, ParameterSpec spec) {
        String preset = plan.input().preset().id();
        return Text.of(
                spec.name() + "\n  " + preset + " leaves it at the server's default, " + spec.readableDefault() + "\n",
                spec.name() + "\n  " + preset + " оставляет значение сервера по умолчанию, " + spec.readableDefault()
                        + "\n");
    }

    private static ParameterCatalogue catalogue(TuningPlan plan) {
        return ParameterCatalogue.of(plan.input().major(), plan.input().distribution());
    }
}
