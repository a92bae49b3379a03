package com.example.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSetProvider;
import java.util.List;

/** The sets of rules of a company; pg1c finds this class by name in META-INF/services. */
public final class AcmeRules implements RuleSetProvider {

    /** What {@code workload.preset} in a specification names. */
    public static final Preset PAYROLL = new Preset("acme-payroll");

    @Override
    public List<RuleSet> ruleSets(RuleSet balanced) {
        return List.of(balanced.named(PAYROLL, Text.of("Acme: payroll", "Acme: зарплата"))
                .with(new WorkMemCeiling())
                .with(new RecoveryConflictLog())
                .without(
                        "balanced.jit",
                        Text.of("measured: our reports gain from it", "измерено: наши отчёты от него выигрывают")));
    }
}
