package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.plan.PoolLimits;

/** Derives the pooler's limits from the connections of 1C and the server's. */
public final class PoolSizing {

    private static final int LEAST_DESCRIPTORS = 65_536;
    private static final int SPARE_DESCRIPTORS = 1_000;

    private PoolSizing() {}

    public static PoolLimits limits(Sizing figures) {
        int connections = figures.input().connections();
        int forRoles = Math.max(1, figures.maxConnections() - figures.reservedConnections());
        int pool = Math.min(connections, forRoles);
        int clients = connections + Math.max(20, connections / 10);
        int descriptors = Math.max(
                LEAST_DESCRIPTORS,
                Math.max(figures.count("max_files_per_process"), clients + forRoles) + SPARE_DESCRIPTORS);
        return new PoolLimits(
                clients,
                pool,
                forRoles,
                descriptors,
                Text.of(
                        "In session mode each of the " + connections + " connections of 1C holds one to the server; "
                                + figures.maxConnections() + " - " + figures.reservedConnections() + " reserved = "
                                + forRoles + " are left to ordinary roles.",
                        "В режиме session каждое из " + connections
                                + " соединений 1С занимает одно соединение с сервером; обычным ролям остаётся "
                                + figures.maxConnections() + " - " + figures.reservedConnections()
                                + " зарезервированных = " + forRoles + "."));
    }
}
