/** PostgreSQL, pooler and kernel settings for 1C:Enterprise, calculated and explained; pure, without dependencies. */
module io.github.pg1c.tuning {
    requires transitive io.github.pg1c.base;
    requires static org.jspecify;

    uses io.github.pg1c.tuning.rule.RuleSetProvider;

    exports io.github.pg1c.tuning;
    exports io.github.pg1c.tuning.catalogue;
    exports io.github.pg1c.tuning.check;
    exports io.github.pg1c.tuning.compare;
    exports io.github.pg1c.tuning.explain;
    exports io.github.pg1c.tuning.input;
    exports io.github.pg1c.tuning.plan;
    exports io.github.pg1c.tuning.preset;
    exports io.github.pg1c.tuning.rule;
    exports io.github.pg1c.tuning.text;
}
