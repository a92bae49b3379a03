package com.example.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.TuningRule;

/** Adds a parameter that the preset leaves to the server: queries that hold up the replay on a standby are logged. */
final class RecoveryConflictLog implements TuningRule {

    @Override
    public String id() {
        return "acme.log_recovery_conflict_waits";
    }

    @Override
    public String parameter() {
        return "log_recovery_conflict_waits";
    }

    @Override
    public Text reason() {
        return Text.of(
                "Our reports read from standbys, and one that holds up the replay is worth a look.",
                "Наши отчёты читают с реплик, и тот, который задерживает применение WAL, стоит посмотреть.");
    }

    @Override
    public RuleSource source() {
        return WorkMemCeiling.ACME;
    }

    @Override
    public Group group() {
        return Group.LOGGING;
    }

    @Override
    public RuleResult calculate(RuleInput input) {
        return RuleResult.of("on", "log_recovery_conflict_waits");
    }
}
