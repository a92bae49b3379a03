package io.github.pg1c.tuning;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.plan.KernelSetting;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PoolLimits;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.Group;

/** A whole plan as text, for comparison with a golden file. */
final class PlanText {

    private PlanText() {}

    static String of(TuningPlan plan, Language language) {
        StringBuilder text = new StringBuilder();
        Group group = null;
        for (PlannedParameter parameter : plan.parameters()) {
            if (parameter.group() != group) {
                group = parameter.group();
                text.append("\n[").append(group.title().in(language)).append("]\n");
            }
            text.append(parameter.name() + " = " + parameter.value() + "  # " + parameter.scope() + " "
                    + parameter.change() + " " + parameter.ruleId() + " "
                    + parameter.source().code() + ": "
                    + parameter.formula().in(language) + ". "
                    + parameter.reason().in(language) + "\n");
        }
        text.append("\n[budget] fits ").append(plan.budget().fits()).append(", worst fits ");
        text.append(plan.budget().worstFits()).append('\n').append(plan.budget().sum(language));
        PoolLimits pool = plan.pool();
        text.append("\n[pool]\n" + pool.maxClientConnections() + " clients, " + pool.poolSize() + " pool, "
                + pool.maxDbConnections() + " database, " + pool.fileDescriptors() + " files: "
                + pool.reason().in(language) + "\n\n[kernel] huge pages "
                + plan.kernel().hugePages() + "\n");
        for (KernelSetting setting : plan.kernel().sysctl()) {
            text.append(setting.key() + " = " + setting.value() + "  # "
                    + setting.reason().in(language) + "\n");
        }
        return text.toString();
    }
}
