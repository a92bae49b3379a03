package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.RuleInput;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Figures that rules, memory budget and kernel settings derive from the node and from the values of other parameters.
 *
 * @param values the node and the values in force
 */
public record Sizing(RuleInput values) {

    public static final int SUPERUSER_CONNECTIONS = 5;
    public static final int MONITORING_CONNECTIONS = 10;
    /** The smallest max_connections that Patroni accepts; it replaces a smaller one by its default. */
    public static final int LEAST_CONNECTIONS = 25;
    /** Plan nodes of a 1C query that sort or hash at the same time. */
    static final int NODES = 2;

    /** The input of the plan. */
    public TuningInput input() {
        return values.input();
    }

    /** The memory that PostgreSQL and its neighbours may take. */
    public MemorySize available() {
        return values.available();
    }

    /** Processors that the node or its container has. */
    public int cpus() {
        return values.cpus();
    }

    /** Whether the version and the build have the parameter. */
    public boolean has(String parameter) {
        return values.has(parameter);
    }

    /** The value of a parameter as a number in its base unit. */
    public OptionalDouble number(String parameter) {
        return values.number(parameter);
    }

    /** The value of a parameter as a size. */
    public Optional<MemorySize> size(String parameter) {
        return values.size(parameter);
    }

    /** A parameter that every version has, as a whole number. */
    public int count(String parameter) {
        return (int) number(parameter).orElseThrow();
    }

    /** A parameter that every version has, as a size. */
    public MemorySize sizeOf(String parameter) {
        return size(parameter).orElse(MemorySize.ZERO);
    }

    /** The most times work_mem that one query takes: each of its nodes is a hash. */
    double workMemPerSession() {
        return NODES * number("hash_mem_multiplier").orElse(2);
    }

    /** The name of {@link #available()} in formulas. */
    public Text memoryName() {
        return input().sharedWith1cServer() ? Text.of("(RAM / 2)", "(ОЗУ / 2)") : Text.of("RAM", "ОЗУ");
    }

    /**
     * Connections that ordinary roles shall not use. Before version 16 the server does not reserve the part for
     * monitoring; there it is only added to the limit.
     */
    public int reservedConnections() {
        return count("superuser_reserved_connections") + monitoringConnections();
    }

    private int monitoringConnections() {
        return input().major().atLeast(16)
                ? count("reserved_connections")
                : values.hasRule("reserved_connections") ? MONITORING_CONNECTIONS : 0;
    }

    /** {@link #reservedConnections()} in formulas: what the server reserves, and what it cannot. */
    public Text reservedName() {
        int monitoring = monitoringConnections();
        if (input().major().atLeast(16) || monitoring == 0) {
            return Text.of(reservedConnections() + " reserved", reservedConnections() + " в резерве");
        }
        int superuser = count("superuser_reserved_connections");
        return Text.of(
                "(" + superuser + " reserved + " + monitoring + " spare for monitoring)",
                "(" + superuser + " в резерве + " + monitoring + " запасных для мониторинга)");
    }

    public int maxConnections() {
        return count("max_connections");
    }

    public MemorySize sharedBuffers() {
        return sizeOf("shared_buffers");
    }

    MemorySize temporaryBuffers() {
        return sizeOf("temp_buffers");
    }

    MemorySize maintenanceWorkMem() {
        return sizeOf("maintenance_work_mem");
    }

    public int autovacuumWorkers() {
        return count("autovacuum_max_workers");
    }

    int autovacuumSlots() {
        return input().major().atLeast(18) ? count("autovacuum_worker_slots") : autovacuumWorkers();
    }

    /** Memory of one worker; by default as much as a maintenance command. */
    MemorySize autovacuumWorkMem() {
        return size("autovacuum_work_mem").orElseGet(this::maintenanceWorkMem);
    }

    int locksPerTransaction() {
        return count("max_locks_per_transaction");
    }

    /** Whether the databases have the size of configurations with many tables, for example ERP: 100GB or more. */
    public boolean largeDatabase() {
        return input().databaseSize().compareTo(MemorySize.ofGigabytes(100)) >= 0;
    }

    /** Processes that may hold locks. */
    public int lockHolders() {
        return maxConnections()
                + autovacuumSlots()
                + count("max_worker_processes")
                + count("max_wal_senders")
                + count("max_prepared_transactions");
    }

    /** Sessions that work at the same time; the processors limit them. */
    int activeSessions() {
        return Math.min(input().connections(), Math.max(4, 2 * cpus()));
    }

    public boolean rotating() {
        return input().disk() == DiskClass.HDD;
    }
}
