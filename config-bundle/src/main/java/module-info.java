/** Configuration of a whole cluster: rendered, compared, written. No secret is in it. */
module io.github.pg1c.bundle {
    requires transitive io.github.pg1c.model;
    requires transitive io.github.pg1c.tuning;
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    exports io.github.pg1c.bundle;
    exports io.github.pg1c.bundle.collect;
    exports io.github.pg1c.bundle.diff;
    exports io.github.pg1c.bundle.part;
    exports io.github.pg1c.bundle.setting;
    exports io.github.pg1c.bundle.write;
}
