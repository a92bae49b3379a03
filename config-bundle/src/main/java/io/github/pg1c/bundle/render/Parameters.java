package io.github.pg1c.bundle.render;

import io.github.pg1c.tuning.plan.PlannedParameter;

/** A planned parameter with its reason above it. */
final class Parameters {

    private Parameters() {}

    static void write(RenderContext context, YamlText yaml, PlannedParameter parameter) {
        yaml.comment(context.say(parameter.formula()) + ". " + context.say(parameter.reason()))
                .parameter(parameter.name(), parameter.value());
    }
}
