package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.BudgetCalculation;
import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.SharedMemory;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for memory. */
final class MemoryRules {

    private static final Group GROUP = Group.MEMORY;

    private MemoryRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.of(
                        "shared_buffers",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        f -> RuleResult.of(
                                f.available().dividedBy(4).wholeMegabytes(),
                                f.memoryName().en() + " / 4",
                                f.memoryName().ru() + " / 4"),
                        "The operating system caches the rest; more only doubles what it holds. With 2 GB of memory the measured load was as fast at 128MB; a quarter stays, because pages that are changed often wait here and are written once for each checkpoint, and because huge pages hold it on large hosts.",
                        "Остальное кеширует операционная система; больший объём лишь дублирует её кеш. При 2 ГБ памяти измеренная нагрузка при 128MB шла не медленнее; четверть оставлена, потому что часто меняемые страницы ждут здесь и пишутся один раз за контрольную точку, а на больших серверах её держат огромные страницы."),
                PresetRule.fixed(
                        "huge_pages",
                        GROUP,
                        RuleSources.PG1C,
                        "try",
                        "Huge pages where the kernel has set them aside; with on a server without them would not start.",
                        "Большие страницы, если ядро их выделило; при on сервер без них не запустится."),
                PresetRule.of(
                        "work_mem",
                        GROUP,
                        RuleSources.PG1C,
                        MemoryRules::workMem,
                        "The share of what the other lines of the memory budget leave; advice of RAM / 64 for every sort, as elsewhere, exceeds the memory many times over.",
                        "Доля того, что оставляют другие строки бюджета памяти; распространённый совет ОЗУ / 64 на каждую сортировку превышает память многократно."),
                PresetRule.fixed(
                        "hash_mem_multiplier",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "2",
                        "One work_mem means the same memory in every version; PostgreSQL 14 had 1.",
                        "Один и тот же work_mem означает одинаковую память в любой версии; в PostgreSQL 14 было 1."),
                PresetRule.of(
                        "temp_buffers",
                        GROUP,
                        RuleSources.PG1C,
                        MemoryRules::temporaryBuffers,
                        "1C works through temporary tables, but a session keeps these buffers until it ends: 256MB for each, as ITS advises, would add up to all memory.",
                        "1С работает через временные таблицы, но сеанс держит эти буферы до конца: 256MB на каждый, как советует ИТС, заняли бы всю память."),
                PresetRule.of(
                        "maintenance_work_mem",
                        GROUP,
                        RuleSources.ITS,
                        f -> RuleResult.of(
                                f.available()
                                        .dividedBy(16)
                                        .min(MemorySize.ofGigabytes(2))
                                        .wholeMegabytes(),
                                "min(" + f.memoryName().en() + " / 16, 2GB)",
                                "min(" + f.memoryName().ru() + " / 16, 2GB)"),
                        "Restructuring and restore build many indexes.",
                        "Реструктуризация и восстановление строят много индексов."),
                PresetRule.of(
                        "autovacuum_work_mem",
                        GROUP,
                        RuleSources.PG1C,
                        MemoryRules::autovacuumWorkMem,
                        "Unless it is said, each worker may take maintenance_work_mem.",
                        "Если не задать, каждый процесс автоочистки вправе занять maintenance_work_mem."),
                PresetRule.of(
                        "effective_cache_size",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        f -> RuleResult.of(
                                f.available().times(0.75).wholeMegabytes(),
                                f.memoryName().en() + " × 3/4",
                                f.memoryName().ru() + " × 3/4"),
                        "Only a hint to the planner: what both caches hold together.",
                        "Только подсказка планировщику: сколько вмещают оба кеша вместе."),
                PresetRule.fixed(
                        "max_files_per_process",
                        GROUP,
                        RuleSources.ITS,
                        "8000",
                        "An infobase has thousands of tables, each of several files; the unit allows as many descriptors.",
                        "В информационной базе тысячи таблиц по нескольку файлов; юнит разрешает столько дескрипторов."),
                PresetRule.of(
                        "max_locks_per_transaction",
                        GROUP,
                        RuleSources.ITS,
                        MemoryRules::locks,
                        "Restructuring and dumps lock thousands of tables in one transaction.",
                        "Реструктуризация и выгрузка блокируют тысячи таблиц одной транзакцией."),
                PresetRule.fixed(
                        "max_prepared_transactions",
                        GROUP,
                        RuleSources.ONE_C_INIT,
                        "0",
                        "1C uses no two-phase commit, and a forgotten prepared transaction stops vacuum.",
                        "1С не использует двухфазную фиксацию, а забытая подготовленная транзакция останавливает очистку."));
    }

    private static RuleResult workMem(Sizing figures) {
        long held = BudgetCalculation.workMemHeldAtWorst(figures);
        MemorySize left = BudgetCalculation.leftForWorkMem(figures);
        MemorySize floor = BudgetCalculation.workMemFloor(figures);
        MemorySize ceiling = BudgetCalculation.workMemCeiling(figures);
        String share = " " + left.megabytes() + "MB / " + held + ", ";
        return RuleResult.of(
                left.dividedBy(held).between(floor, ceiling).rounded(),
                "memory that is left" + share + "within " + floor + ".." + ceiling,
                "остаток памяти" + share + "в пределах " + floor + ".." + ceiling);
    }

    private static RuleResult temporaryBuffers(Sizing figures) {
        String rest = " / 10 / " + figures.input().connections();
        return RuleResult.of(
                figures.available()
                        .dividedBy(10L * figures.input().connections())
                        .between(MemorySize.ofMegabytes(8), MemorySize.ofMegabytes(256))
                        .rounded(),
                figures.memoryName().en() + rest + ", within 8MB..256MB",
                figures.memoryName().ru() + rest + ", в пределах 8MB..256MB");
    }

    private static RuleResult autovacuumWorkMem(Sizing figures) {
        int workers = figures.autovacuumWorkers();
        String rest = " / 64 / " + workers;
        MemorySize least =
                figures.available().dividedBy(64).between(MemorySize.ofMegabytes(8), MemorySize.ofMegabytes(64));
        return RuleResult.of(
                figures.available()
                        .dividedBy(64L * Math.max(1, workers))
                        .between(least, MemorySize.ofGigabytes(1))
                        .rounded(),
                figures.memoryName().en() + rest + ", not below 8MB..64MB by memory",
                figures.memoryName().ru() + rest + ", не ниже 8MB..64MB по объёму памяти");
    }

    private static RuleResult locks(Sizing figures) {
        MemorySize size = figures.input().databaseSize();
        boolean large = figures.largeDatabase();
        int locks = large ? 2000 : 1000;
        String sum = SharedMemory.BYTES_PER_LOCK + " B × " + figures.lockHolders() + " × " + locks + " = "
                + SharedMemory.lockTable(figures, locks).megabytes() + "MB";
        return new RuleResult(
                Integer.toString(locks),
                Text.of(
                        "databases of " + size + (large ? ", 100GB or more: " : ", below 100GB: ") + locks
                                + "; the lock table takes " + sum,
                        "базы " + size + (large ? ", от 100GB: " : ", меньше 100GB: ") + locks
                                + "; таблица блокировок займёт " + sum));
    }
}
