package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PoolLimits;
import java.util.List;
import java.util.Optional;

/**
 * The way of 1C's connections through pooler and server: each limit must be wide enough for all of them.
 *
 * @param clients connections of the 1C servers
 * @param reserved connections that PostgreSQL keeps for superusers and reserved roles
 * @param maxConnections PostgreSQL's {@code max_connections}
 * @param pool PgBouncer's limits; empty without a pooler
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-connection.html">PostgreSQL: connections</a>
 * @since 0.1
 */
public record ConnectionBudget(int clients, int reserved, int maxConnections, Optional<PoolLimits> pool) {

    /** PostgreSQL's defaults for parameters that a plan does not set. */
    private static final int MAX_CONNECTIONS = 100;

    private static final int SUPERUSER_RESERVED = 3;

    /** The budget of a valid cluster. */
    public static ConnectionBudget of(Cluster cluster) {
        return new Derivation(cluster).connections();
    }

    static ConnectionBudget of(Cluster cluster, ClusterTuning tuning) {
        List<PlannedParameter> first = tuning.plans().values().stream()
                .findFirst()
                .map(plan -> plan.parameters())
                .orElse(List.of());
        List<PlannedParameter> shared = tuning.shared();
        int reserved = number(first, "superuser_reserved_connections").orElse(SUPERUSER_RESERVED)
                + number(first, "reserved_connections").orElse(0);
        return new ConnectionBudget(
                cluster.workload().connections(),
                reserved,
                number(shared, "max_connections").orElse(MAX_CONNECTIONS),
                cluster.access().pooled()
                        ? tuning.plans().values().stream().findFirst().map(plan -> plan.pool())
                        : Optional.empty());
    }

    /** Whether PostgreSQL takes every connection of 1C beside the reserved ones. */
    public boolean fits() {
        return clients + reserved <= maxConnections;
    }

    /** The sum with its numbers. */
    public Text formula() {
        String sum =
                clients + " + " + reserved + " = " + (clients + reserved) + (fits() ? " ≤ " : " > ") + maxConnections;
        String pools = pool.map(
                        limits -> "; max_client_conn = " + limits.maxClientConnections() + ", default_pool_size = "
                                + limits.poolSize() + ", max_db_connections = " + limits.maxDbConnections())
                .orElse("");
        return Text.of(
                "connections of the clients + reserved against max_connections: " + sum + pools,
                "соединения клиентов + зарезервированные против max_connections: " + sum + pools);
    }

    private static Optional<Integer> number(List<PlannedParameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.name().equals(name) && parameter.value().matches("\\d{1,9}"))
                .map(parameter -> Integer.valueOf(parameter.value()))
                .findFirst();
    }
}
