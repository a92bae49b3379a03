package com.example.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.Confidence;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.TuningRule;

/** Changes what the preset calculated: {@code work_mem} stays at 64MB or below. */
final class WorkMemCeiling implements TuningRule {

    static final RuleSource ACME = new RuleSource(
            "acme-dba",
            Text.of("Acme: handbook of the database team", "Acme: справочник группы баз данных"),
            Confidence.COMPUTED);

    private static final MemorySize CEILING = MemorySize.parse("64MB");

    @Override
    public String id() {
        return "acme.work_mem";
    }

    @Override
    public String parameter() {
        return "work_mem";
    }

    @Override
    public Text reason() {
        return Text.of(
                "Our month-end reports run in parallel; above 64MB they gained nothing and took the cache's memory.",
                "Отчёты закрытия месяца идут параллельно; сверх 64MB они не ускорялись, но отнимали память у кеша.");
    }

    @Override
    public RuleSource source() {
        return ACME;
    }

    @Override
    public RuleResult calculate(RuleInput input) {
        return input.replaced().orElseThrow().atMost(CEILING);
    }
}
