/** A simulated Patroni cluster for tests. It knows no client, so that any can be tested with it. */
module io.github.pg1c.patroni.testkit {
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports io.github.pg1c.patroni.testkit;
}
