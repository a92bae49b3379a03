package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.plan.PoolLimits;

/** Derives the pooler's limits from the connections of the applications and the server's. */
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
        return new PoolLimits(clients, pool, forRoles, descriptors, figures.reservedName(), reason(figures, forRoles));
    }

    private static Text reason(Sizing figures, int forRoles) {
        Text connections = figures.input().application().of("connections", "соединений");
        Text holds = holds(
                figures.input().pooling(),
                Text.of(
                        "each of the " + figures.input().connections() + " " + connections.en(),
                        "каждое из " + figures.input().connections() + " " + connections.ru()));
        String most = figures.maxConnections() + " - ";
        return Text.of(
                holds.en() + "; " + most + figures.reservedName().en() + " = " + forRoles
                        + " are left to ordinary roles.",
                holds.ru() + "; обычным ролям остаётся " + most
                        + figures.reservedName().ru() + " = " + forRoles + ".");
    }

    private static Text holds(PoolMode mode, Text each) {
        return switch (mode) {
            case SESSION ->
                Text.of(
                        "In session mode " + each.en() + " holds one to the server",
                        "В режиме session " + each.ru() + " занимает одно соединение с сервером");
            case TRANSACTION ->
                Text.of(
                        "In transaction mode " + each.en() + " holds one to the server during a transaction only, and "
                                + "all may be in one at the same time",
                        "В режиме transaction " + each.ru() + " занимает соединение с сервером только на время "
                                + "транзакции, и транзакции могут идти во всех сразу");
            case STATEMENT ->
                Text.of(
                        "In statement mode " + each.en() + " holds one to the server during a statement only, and all "
                                + "may run one at the same time",
                        "В режиме statement " + each.ru() + " занимает соединение с сервером только на время "
                                + "оператора, и операторы могут идти во всех сразу");
            case OFF ->
                Text.of(
                        "Without a pooler " + each.en() + " is one to the server",
                        "Без пулера " + each.ru() + " — это соединение с сервером");
        };
    }
}
