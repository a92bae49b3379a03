/** A typed client of Patroni's REST API; OkHttp and Jackson stay inside. */
// OkHttp's own okio is an automatic module, which is not ours to change.
@SuppressWarnings("requires-automatic")
module io.github.pg1c.patroni {
    requires transitive io.github.pg1c.base;
    requires com.fasterxml.jackson.databind;
    requires okhttp3;
    requires okio;
    requires static org.jspecify;

    exports io.github.pg1c.patroni;
    exports io.github.pg1c.patroni.cluster;
    exports io.github.pg1c.patroni.config;
    exports io.github.pg1c.patroni.health;
    exports io.github.pg1c.patroni.metrics;
    exports io.github.pg1c.patroni.operation;
    exports io.github.pg1c.patroni.protocol;
}
