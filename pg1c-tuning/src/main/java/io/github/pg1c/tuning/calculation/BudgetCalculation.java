package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.plan.BudgetItem;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PoolLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the memory of a node and derives {@code work_mem} from what is left.
 *
 * <p>The figures follow {@link MemoryBudget#model()}; a session never gives its temporary buffers back.
 */
public final class BudgetCalculation {

    /** Private memory of a backend with the catalog cache of a 1C database. */
    private static final MemorySize BACKEND = MemorySize.ofMegabytes(5);

    private static final MemorySize GROWN_BACKEND = MemorySize.ofMegabytes(10);
    private static final MemorySize POOLER_BASE = MemorySize.ofMegabytes(10);
    private static final MemorySize POOLER_CONNECTION = MemorySize.ofKilobytes(50);
    private static final MemorySize SYSTEM_BASE = MemorySize.ofMegabytes(256);

    private BudgetCalculation() {}

    /** Memory that the other lines leave for sorts and hashes in the worst case. */
    public static MemorySize leftForWorkMem(Sizing figures) {
        return figures.available()
                .minus(MemoryBudget.of(withoutWorkMem(figures), figures.available())
                        .worst());
    }

    public static MemorySize workMemFloor(Sizing figures) {
        return figures.available()
                .dividedBy(256)
                .between(MemorySize.ofMegabytes(4), MemorySize.ofMegabytes(16))
                .rounded();
    }

    public static MemorySize workMemCeiling(Sizing figures) {
        return figures.available()
                .dividedBy(64)
                .between(workMemFloor(figures), MemorySize.ofMegabytes(256))
                .rounded();
    }

    public static long workMemHeldAtWorst(Sizing figures) {
        return Math.max(figures.input().connections(), workMemHeldTypically(figures));
    }

    static long workMemHeldTypically(Sizing figures) {
        return Math.round(figures.activeSessions() * figures.workMemPerSession());
    }

    public static MemoryBudget budget(Sizing figures) {
        List<BudgetItem> items = new ArrayList<>(withoutWorkMem(figures));
        MemorySize workMem = figures.sizeOf("work_mem");
        long typical = workMemHeldTypically(figures);
        long worst = workMemHeldAtWorst(figures);
        items.add(
                5,
                item(
                        "work_mem",
                        "Sorts and hashes (work_mem)",
                        "Сортировки и хеши (work_mem)",
                        workMem.times(typical),
                        workMem.times(worst),
                        figures.activeSessions() + " × " + number(figures.workMemPerSession()) + " × " + workMem + " | "
                                + worst + " × " + workMem));
        return MemoryBudget.of(items, figures.available());
    }

    private static List<BudgetItem> withoutWorkMem(Sizing figures) {
        int connections = figures.maxConnections();
        MemorySize temporary = figures.temporaryBuffers();
        int clients = figures.input().connections();
        int half = (clients + 1) / 2;
        MemorySize vacuum = figures.autovacuumWorkMem();
        int workers = figures.autovacuumWorkers();
        int halfWorkers = (workers + 1) / 2;
        MemorySize maintenance = figures.maintenanceWorkMem();
        MemorySize system = SYSTEM_BASE.plus(figures.available().dividedBy(20));
        MemorySize shared = figures.sharedBuffers();
        MemorySize locks = SharedMemory.lockTable(figures);
        List<BudgetItem> items = new ArrayList<>(List.of(
                item("shared_buffers", "Shared buffers", "Общие буферы", shared, shared, "shared_buffers"),
                item(
                        "lock_table",
                        "Lock table",
                        "Таблица блокировок",
                        locks,
                        locks,
                        SharedMemory.BYTES_PER_LOCK + " B × " + figures.lockHolders() + " × "
                                + figures.locksPerTransaction()),
                same(
                        "shared_rest",
                        "Buffer headers, WAL buffers, process tables",
                        "Заголовки буферов, буферы WAL, таблицы процессов",
                        SharedMemory.rest(figures),
                        SharedMemory.restFormula(figures)),
                same(
                        "huge_pages",
                        "Huge pages to spare",
                        "Запас больших страниц",
                        SharedMemory.hugePagesToSpare(figures),
                        SharedMemory.hugePages(figures) + " × 2MB"),
                item(
                        "backends",
                        "Backends with their catalog caches",
                        "Обслуживающие процессы с кешем каталога",
                        BACKEND.times((long) connections),
                        GROWN_BACKEND.times((long) connections),
                        connections + " × " + BACKEND + " | " + connections + " × " + GROWN_BACKEND),
                item(
                        "temp_buffers",
                        "Temporary tables (temp_buffers)",
                        "Временные таблицы (temp_buffers)",
                        temporary.times((long) half),
                        temporary.times((long) clients),
                        half + " × " + temporary + " | " + clients + " × " + temporary),
                item(
                        "autovacuum",
                        "Autovacuum",
                        "Автоочистка",
                        vacuum.times((long) halfWorkers),
                        vacuum.times((long) workers),
                        halfWorkers + " × " + vacuum + " | " + workers + " × " + vacuum),
                item(
                        "maintenance",
                        "Maintenance commands",
                        "Команды обслуживания",
                        maintenance,
                        maintenance.times(2L),
                        "1 × " + maintenance + " | 2 × " + maintenance)));
        if (figures.input().pooling() != PoolMode.OFF) {
            items.add(pooler(figures));
        }
        items.add(new BudgetItem(
                "system",
                Text.of("Operating system, Patroni, etcd", "Операционная система, Patroni, etcd"),
                Text.of(
                        SYSTEM_BASE + " + 5 % of " + figures.available(),
                        SYSTEM_BASE + " + 5 % от " + figures.available()),
                system,
                system));
        return items;
    }

    private static BudgetItem pooler(Sizing figures) {
        PoolLimits pool = PoolSizing.limits(figures);
        int pooled = pool.maxClientConnections() + pool.maxDbConnections();
        return same(
                "pooler",
                "PgBouncer",
                "PgBouncer",
                POOLER_BASE.plus(POOLER_CONNECTION.times((long) pooled)),
                POOLER_BASE + " + " + pooled + " × " + POOLER_CONNECTION);
    }

    private static BudgetItem same(String id, String en, String ru, MemorySize size, String formula) {
        return item(id, en, ru, size, size, formula);
    }

    private static BudgetItem item(
            String id, String en, String ru, MemorySize typical, MemorySize worst, String formula) {
        return new BudgetItem(id, Text.of(en, ru), Text.same(formula), typical, worst);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
