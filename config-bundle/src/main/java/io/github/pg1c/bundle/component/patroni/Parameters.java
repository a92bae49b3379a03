package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.PlanContext;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.tuning.plan.PlannedParameter;

/** A planned parameter with its reason above it. */
public final class Parameters {

    private Parameters() {}

    static void write(PlanContext context, YamlText yaml, PlannedParameter parameter) {
        yaml.comment(context.say(parameter.formula()) + ". " + context.say(parameter.reason()))
                .parameter(parameter.name(), parameter.value());
    }
}
