/** A typed client of Patroni's REST API. Jackson is not part of the API; OkHttp is in one method of the builder. */
// OkHttp's own okio is an automatic module, which is not ours to change.
@SuppressWarnings("requires-automatic")
module io.github.pg1c.patroni {
    requires transitive io.github.pg1c.base;
    // One method of the builder takes the application's own client.
    requires transitive okhttp3;
    requires com.fasterxml.jackson.databind;
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
