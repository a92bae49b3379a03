package io.github.pg1c.tuning.plan;

import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.OmittedRule;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is calculated for one database node.
 *
 * @param input what it was calculated from
 * @param parameters PostgreSQL's parameters in the order in which they are written
 * @param budget the memory they take together
 * @param pool the pooler's limits
 * @param kernel the kernel's settings
 * @param rules the rules that the parameters were calculated by
 * @since 0.1
 */
public record TuningPlan(
        TuningInput input,
        List<PlannedParameter> parameters,
        MemoryBudget budget,
        PoolLimits pool,
        KernelSettings kernel,
        RuleSet rules) {

    public TuningPlan {
        parameters = List.copyOf(parameters);
    }

    /** Rules that the user switched off; their parameters stay at the server's defaults. */
    public List<OmittedRule> switchedOff() {
        return rules.switchedOff();
    }

    /** What the pooler, the kernel and the systemd units are set to, each with its reason. */
    public List<PlannedSetting> settings() {
        return OtherSettings.of(this);
    }

    /** The space that PostgreSQL takes on the node's disks, by what the input tells of them. */
    public List<DiskBudget> disks() {
        return DiskBudget.of(input, this::value, DiskLayout.of(input));
    }

    /** The parameter of a name, if it is planned. */
    public Optional<PlannedParameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The value of a parameter in PostgreSQL's spelling, if it is planned. */
    public Optional<String> value(String name) {
        return parameter(name).map(PlannedParameter::value);
    }
}
