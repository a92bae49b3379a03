package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rule that replaces another one for the same parameter and gets its result.
 *
 * @param rule the one that counts
 * @param other the one that it replaces
 */
record ReplacingRule(TuningRule rule, TuningRule other) implements TuningRule {

    @Override
    public String id() {
        return rule.id();
    }

    @Override
    public String parameter() {
        return rule.parameter();
    }

    @Override
    public Text reason() {
        return rule.reason();
    }

    @Override
    public RuleResult calculate(RuleInput input) {
        return rule.calculate(new WithReplaced(input, other));
    }

    @Override
    public boolean applies(RuleInput input) {
        return rule.applies(new WithReplaced(input, other));
    }

    @Override
    public RuleSource source() {
        return rule.source();
    }

    /** The section of the rule, or else that of the replaced one. */
    @Override
    public Group group() {
        return rule.group() == Group.OTHER ? other.group() : rule.group();
    }

    /** The same input, with the result of the replaced rule. */
    private record WithReplaced(RuleInput values, TuningRule other) implements RuleInput {

        @Override
        public Optional<RuleResult> replaced() {
            return other.applies(values) ? Optional.of(other.calculate(values)) : Optional.empty();
        }

        @Override
        public TuningInput input() {
            return values.input();
        }

        @Override
        public MemorySize available() {
            return values.available();
        }

        @Override
        public int cpus() {
            return values.cpus();
        }

        @Override
        public boolean has(String parameter) {
            return values.has(parameter);
        }

        @Override
        public boolean hasRule(String parameter) {
            return values.hasRule(parameter);
        }

        @Override
        public Optional<String> value(String parameter) {
            return values.value(parameter);
        }

        @Override
        public Optional<MemorySize> size(String parameter) {
            return values.size(parameter);
        }

        @Override
        public OptionalDouble number(String parameter) {
            return values.number(parameter);
        }
    }
}
