/** The description of a cluster: records, strict YAML reader, rules of the domain, and the plan that follows. */
module io.github.pg1c.model {
    requires transitive io.github.pg1c.tuning;
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    exports io.github.pg1c.model;
    exports io.github.pg1c.model.derived;
    exports io.github.pg1c.model.etcd;
    exports io.github.pg1c.model.patroni;
    exports io.github.pg1c.model.plan;
    exports io.github.pg1c.model.platform;
    exports io.github.pg1c.model.postgresql;
    exports io.github.pg1c.model.program;
    exports io.github.pg1c.model.value;
    exports io.github.pg1c.model.yaml;
}
