package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.RestartRule;
import io.github.pg1c.tuning.plan.PlannedParameter;

/** Planned parameters with their reasons above them. */
final class Parameters {

    private Parameters() {}

    /**
     * In the member's own part, which a reload reads; PostgreSQL restarts for parameters that it takes only at its
     * start.
     */
    static void local(PlanContext context, YamlText yaml, PlannedParameter parameter) {
        write(
                context,
                yaml,
                parameter,
                parameter.change() == Activation.RESTART ? restart(parameter) : Need.reload(PostgresqlComponent.NAME));
    }

    /** In the part that all members share. */
    static void shared(PlanContext context, YamlText yaml, PlannedParameter parameter) {
        boolean restarts = parameter.change() == Activation.RESTART;
        write(context, yaml, parameter, restarts ? Need.shared(restart(parameter)) : Need.shared());
    }

    private static Need.Restart restart(PlannedParameter parameter) {
        return new Need.Restart(PostgresqlComponent.NAME, parameter.order() == RestartRule.STANDBYS_FIRST_TO_RAISE);
    }

    private static void write(PlanContext context, YamlText yaml, PlannedParameter parameter, Need need) {
        yaml.comment(context.say(parameter.formula()) + ". " + context.say(parameter.reason()))
                .parameter(parameter.name(), parameter.value(), need);
    }
}
