package io.github.pg1c.tuning;

/**
 * The figures that rules, the memory budget and the kernel's settings share; what the user said goes before what is
 * calculated, so that all of them count with the values in force.
 */
record Figures(TuningInput input, Effective effective) {

    static final int SUPERUSER_CONNECTIONS = 5;
    static final int MONITORING_CONNECTIONS = 10;
    /** Patroni replaces less by its own default. */
    static final int LEAST_CONNECTIONS = 25;
    /** Nodes of one plan that sort or hash at the same time, in a query of 1C. */
    static final int NODES = 2;

    /** The most one query takes: its nodes, each a hash. */
    double workMemPerSession() {
        return NODES * effective.number("hash_mem_multiplier").orElse(2);
    }

    /** What PostgreSQL and its neighbours may take. */
    MemorySize available() {
        return input.sharedWith1cServer() ? input.memory().dividedBy(2) : input.memory();
    }

    /** The name of {@link #available()} in formulas. */
    Text memoryName() {
        return input.sharedWith1cServer() ? Text.of("(RAM / 2)", "(ОЗУ / 2)") : Text.of("RAM", "ОЗУ");
    }

    int reservedConnections() {
        return effective.count("superuser_reserved_connections").orElse(SUPERUSER_CONNECTIONS)
                + effective.count("reserved_connections").orElse(MONITORING_CONNECTIONS);
    }

    int maxConnections() {
        return effective
                .count("max_connections")
                .orElse(Math.max(LEAST_CONNECTIONS, input.connections() + reservedConnections()));
    }

    MemorySize sharedBuffers() {
        return effective
                .size("shared_buffers")
                .orElseGet(() -> available().dividedBy(4).wholeMegabytes());
    }

    MemorySize temporaryBuffers() {
        return effective
                .size("temp_buffers")
                .orElseGet(() -> available()
                        .dividedBy(10L * input.connections())
                        .between(MemorySize.ofMegabytes(8), MemorySize.ofMegabytes(256))
                        .rounded());
    }

    MemorySize maintenanceWorkMem() {
        return effective
                .size("maintenance_work_mem")
                .orElseGet(() ->
                        available().dividedBy(16).min(MemorySize.ofGigabytes(2)).wholeMegabytes());
    }

    int autovacuumWorkers() {
        return effective.count("autovacuum_max_workers").orElse(Math.min(16, Math.max(4, input.cpus() / 2)));
    }

    int autovacuumSlots() {
        return input.major().atLeast(18)
                ? effective.count("autovacuum_worker_slots").orElse(Math.max(16, autovacuumWorkers()))
                : autovacuumWorkers();
    }

    MemorySize autovacuumWorkMem() {
        if (effective.number("autovacuum_work_mem").orElse(0) < 0) {
            return maintenanceWorkMem();
        }
        MemorySize least = available().dividedBy(64).between(MemorySize.ofMegabytes(8), MemorySize.ofMegabytes(64));
        return effective
                .size("autovacuum_work_mem")
                .orElseGet(() -> available()
                        .dividedBy(64L * Math.max(1, autovacuumWorkers()))
                        .between(least, MemorySize.ofGigabytes(1))
                        .rounded());
    }

    int locksPerTransaction() {
        return effective.count("max_locks_per_transaction").orElse(largeDatabase() ? 2000 : 1000);
    }

    /** The size from which configurations such as ERP with their many tables are to be expected. */
    boolean largeDatabase() {
        return input.databaseSize().compareTo(MemorySize.ofGigabytes(100)) >= 0;
    }

    int workerProcesses() {
        return effective.count("max_worker_processes").orElse(Math.max(8, input.cpus()));
    }

    /** Standbys and the leader, two backups, five to spare. */
    int walSenders() {
        return effective.count("max_wal_senders").orElse(Math.max(10, input.standbys() + 1 + 2 + 5));
    }

    int filesPerProcess() {
        return effective.count("max_files_per_process").orElse(8000);
    }

    /** Processes that may hold locks. */
    int lockHolders() {
        return maxConnections() + autovacuumSlots() + workerProcesses() + walSenders();
    }

    /** Sessions that work at the same moment: processors carry no more. */
    int activeSessions() {
        return Math.min(input.connections(), Math.max(4, 2 * input.cpus()));
    }

    boolean rotating() {
        return input.disk() == DiskClass.HDD;
    }
}
