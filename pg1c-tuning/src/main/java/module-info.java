/** PostgreSQL, pooler and kernel settings for 1C:Enterprise, calculated and explained; pure, without dependencies. */
module io.github.pg1c.tuning {
    requires transitive io.github.pg1c.base;
    requires static org.jspecify;

    exports io.github.pg1c.tuning;
}
