/** Operations on running clusters, each with a plan, events and a result as values. */
module io.github.pg1c.ops {
    requires io.github.pg1c.bundle;
    requires transitive io.github.pg1c.base;
    requires transitive io.github.pg1c.model;
    requires transitive io.github.pg1c.patroni;
    requires transitive io.github.pg1c.secrets;
    requires static org.jspecify;

    exports io.github.pg1c.ops;
    exports io.github.pg1c.ops.config;
    exports io.github.pg1c.ops.connect;
    exports io.github.pg1c.ops.leader;
    exports io.github.pg1c.ops.member;
    exports io.github.pg1c.ops.state;
}
