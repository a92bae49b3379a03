package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.output.OutputFormat;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows the configuration that all members share. */
public final class ShowConfigurationGoal implements ClusterGoal {

    private final OutputFormat format;

    private ShowConfigurationGoal(OutputFormat format) {
        this.format = format;
    }

    /** The goal of the parameters; the default format is YAML. */
    public static Function<ParameterProblems, ClusterGoal> of(Optional<String> format) {
        Map<String, OutputFormat> words = new LinkedHashMap<>();
        words.put("yaml", OutputFormat.YAML);
        words.put("json", OutputFormat.JSON);
        return problems -> new ShowConfigurationGoal(
                problems.word(PropertyNames.FORMAT, format, words).orElse(OutputFormat.YAML));
    }

    @Override
    public GoalResult on(ClusterSession session) {
        DynamicConfiguration configuration = session.cluster().patroni().configuration();
        session.output().accept(format.render(Patches.map(configuration.raw().json())));
        return GoalResult.success();
    }
}
